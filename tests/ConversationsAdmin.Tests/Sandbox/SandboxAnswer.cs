using System.Net;
using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

internal sealed record SandboxAnswer(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public int Code => Json.GetProperty("code").GetInt32();

    public string Message => Text("message")!;

    public string? Text(string property) => Json.GetProperty(property).GetString();

    public string? Meta(string property) => Json.GetProperty("meta").GetProperty(property).GetString();

    public JsonElement[] Items() => [.. Json.GetProperty(Meta("key")!).EnumerateArray()];

    public string[] Sids() => [.. Items().Select(item => item.GetProperty("sid").GetString()!)];

    public SandboxAnswer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status}: {Body}");
        return this;
    }

    public SandboxAnswer Refused(int status, int code)
    {
        Assert.True((int)Status == status, $"{(int)Status}: {Body}");
        Assert.Equal(code, Code);
        return this;
    }
}
