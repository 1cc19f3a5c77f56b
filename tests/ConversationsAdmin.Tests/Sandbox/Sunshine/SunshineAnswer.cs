using System.Net;
using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

internal sealed record SunshineAnswer(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public JsonElement Conversation => Json.GetProperty("conversation");

    public JsonElement[] Conversations => [.. Json.GetProperty("conversations").EnumerateArray()];

    public string[] Ids => [.. Conversations.Select(conversation => conversation.GetProperty("id").GetString()!)];

    public string[] Titles => [.. Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("title").GetString()!)];

    public bool HasMore => Json.GetProperty("meta").GetProperty("hasMore").GetBoolean();

    public string? After => Text("meta", "afterCursor");

    public string? Before => Text("meta", "beforeCursor");

    public string? Next => Text("links", "next");

    public string? Previous => Text("links", "prev");

    public SunshineAnswer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status}: {Body}");
        return this;
    }

    /// <summary>Asserts that nothing but the provider's errors is answered, all with this code and a title.</summary>
    public SunshineAnswer Refused(int status, string code, int errors = 1)
    {
        Assert.True((int)Status == status, $"{(int)Status}: {Body}");
        Assert.Equal(["errors"], Json.EnumerateObject().Select(property => property.Name));
        var given = Json.GetProperty("errors").EnumerateArray().ToArray();
        Assert.Equal(errors, given.Length);
        Assert.All(given, error => Assert.Equal(["code", "title"], error.EnumerateObject().Select(property => property.Name)));
        Assert.All(given, error => Assert.Equal(code, error.GetProperty("code").GetString()));
        Assert.All(Titles, Assert.NotEmpty);
        return this;
    }

    private string? Text(string part, string name) =>
        Json.GetProperty(part).TryGetProperty(name, out var value)
            ? value.GetString() ?? throw new InvalidOperationException($"{name} is null.")
            : null;
}
