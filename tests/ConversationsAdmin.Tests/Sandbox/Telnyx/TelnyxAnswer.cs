using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

internal sealed record TelnyxAnswer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public JsonElement Data => Expect(200).Json.GetProperty("data");

    public JsonElement[] Items => [.. Data.EnumerateArray()];

    public string[] Names => [.. Items.Select(item => item.GetProperty("name").GetString()!)];

    public TelnyxAnswer Expect(int status)
    {
        Assert.True(Status == status, $"{Status}: {Body}");
        return this;
    }

    /// <summary>Refused by the platform, in its shape.</summary>
    public TelnyxAnswer Refused(int status, string code)
    {
        var error = Assert.Single(Expect(status).Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("title").GetString()!);
        Assert.NotEmpty(error.GetProperty("detail").GetString()!);
        Assert.EndsWith("/" + code, error.GetProperty("meta").GetProperty("url").GetString());
        return this;
    }

    /// <summary>Refused by validation, in its shape; the location is written with slashes.</summary>
    public TelnyxAnswer Invalid(string location)
    {
        var error = Assert.Single(Expect(422).Json.GetProperty("detail").EnumerateArray());
        Assert.Equal(location, string.Join('/', error.GetProperty("loc").EnumerateArray().Select(part => part.GetString())));
        Assert.NotEmpty(error.GetProperty("msg").GetString()!);
        Assert.NotEmpty(error.GetProperty("type").GetString()!);
        return this;
    }

    public TelnyxAnswer NotFound()
    {
        Assert.Equal("Conversation Not Found", Expect(404).Json.GetProperty("detail").GetString());
        return this;
    }
}
