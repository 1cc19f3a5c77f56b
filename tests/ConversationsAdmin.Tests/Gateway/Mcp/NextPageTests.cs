using System.Text.Json;
using ConversationsAdmin.Sandbox;
using ModelContextProtocol.Client;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>Who calls a list again with the arguments in next comes to its end, with nothing twice and nothing lost.</summary>
public sealed class NextPageTests
{
    private const string Conversations = "retrieve-list-conversations-your-service";
    private const string TelnyxConversations = "retrieve-list-all-telnyx-conversations";
    private static readonly SandboxOptions Some = new() { Conversations = 130 };

    [Theory]
    [InlineData("", 20)]
    [InlineData(",\"PageSize\":50", 50)]
    public async Task Twilio(string pageSize, int rows)
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: Some);
        await using var client = await gateway.ConnectAsync();
        var service = gateway.Twilio.DefaultServiceSid;
        var whole = Assert.Single(await WalkAsync(client, Conversations, $$"""{"ChatServiceSid":"{{service}}","PageSize":100}"""));
        var pages = await WalkAsync(client, Conversations, $$"""{"ChatServiceSid":"{{service}}"{{pageSize}}}""");
        Assert.True(pages.Count > 1);
        Assert.All(pages.SkipLast(1), page => Assert.Equal(rows, page.GetProperty("conversations").GetArrayLength()));
        AssertOnce(whole.GetProperty("conversations").GetArrayLength(), pages, "conversations", "sid");
    }

    [Fact]
    public async Task Twilio_keeps_what_was_asked_for()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: Some);
        await using var client = await gateway.ConnectAsync();
        var service = gateway.Twilio.DefaultServiceSid;
        var all = await WalkAsync(client, Conversations, $$"""{"ChatServiceSid":"{{service}}","PageSize":100}""");
        var closed = await WalkAsync(client, Conversations, $$"""{"ChatServiceSid":"{{service}}","State":"closed","PageSize":5}""");
        var expected = Rows(all, "conversations").Count(row => row.GetProperty("state").GetString() == "closed");
        Assert.True(closed.Count > 2);
        Assert.All(closed.SkipLast(1), page => Assert.Equal("closed", page.GetProperty("next").GetProperty("State").GetString()));
        AssertOnce(expected, closed, "conversations", "sid");
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"limit":7}""", null)]
    [InlineData("""{"limit":50}""", 30)]
    [InlineData("""{"order":"created_at.asc","created_at":"gte.2001-01-01"}""", null)]
    public async Task Telnyx_conversations(string arguments, int? maxLimit)
    {
        // A tenth of them was created in one moment.
        await using var gateway = await SandboxGateway.StartAsync(sandbox: Some with { Conversations = 300, MaxLimit = maxLimit });
        await using var client = await gateway.ConnectAsync();
        var pages = await WalkAsync(client, TelnyxConversations, arguments);
        Assert.True(pages.Count > 5);
        AssertOnce(300, pages, "data", "id");
        var dates = Rows(pages, "data").Select(row => row.GetProperty("created_at").GetDateTimeOffset()).ToArray();
        Assert.Equal(dates.Order(), dates);
    }

    [Theory]
    [InlineData("""{"order":"created_at.desc","limit":10}""")]
    [InlineData("""{"created_at":"lt.2999-01-01","limit":10}""")]
    public async Task Telnyx_conversations_without_a_way_to_the_next_say_so(string arguments)
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: Some);
        await using var client = await gateway.ConnectAsync();
        var page = Assert.Single(await WalkAsync(client, TelnyxConversations, arguments));
        Assert.Equal(10, page.GetProperty("data").GetArrayLength());
        Assert.Contains("no way to further ones", page.GetProperty("notice").GetString());
    }

    [Fact]
    public async Task Telnyx_messages()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: Some);
        await using var client = await gateway.ConnectAsync();
        var rows = Rows(await WalkAsync(client, TelnyxConversations, """{"limit":30}"""), "data");
        foreach (var conversation in rows.Take(5).Select(row => row.GetProperty("id").GetString()))
        {
            var whole = await WalkAsync(client, "retrieve-telnyx-conversation-messages", $$"""{"conversation_id":"{{conversation}}","page[size]":100}""");
            var pages = await WalkAsync(client, "retrieve-telnyx-conversation-messages", $$"""{"conversation_id":"{{conversation}}","page[size]":2}""");
            var messages = Rows(pages, "data").Select(row => row.GetRawText()).ToArray();
            Assert.Equal(Rows(whole, "data").Select(row => row.GetRawText()), messages);
            Assert.True(pages.Count >= messages.Length / 2);
        }
    }

    [Fact]
    public async Task Sunshine()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: Some);
        await using var client = await gateway.ConnectAsync();
        var list = $$"""{"appId":"{{gateway.Sunshine.AppId}}","filter[userId]":"{{gateway.Sunshine.SampleUserId}}","page[size]":%}""";
        var whole = await WalkAsync(client, "retrieve-list-all-sunshine-conversations", list.Replace("%", "100"));
        var pages = await WalkAsync(client, "retrieve-list-all-sunshine-conversations", list.Replace("%", "3"));
        Assert.True(pages.Count > 2);
        AssertOnce(Rows(whole, "conversations").Count, pages, "conversations", "id");
    }

    // Only what next says is passed on, and what it says must fit the schema.
    private static async Task<List<JsonElement>> WalkAsync(McpClient client, string tool, string arguments)
    {
        var schema = (await client.ListToolsAsync()).Single(one => one.Name == tool).JsonSchema;
        var pages = new List<JsonElement>();
        for (var next = JsonElement.Parse(arguments); next.ValueKind != JsonValueKind.Null; next = pages[^1].GetProperty("next"))
        {
            Assert.Empty(SchemaCheck.Faults(schema, next));
            var result = await client.CallAsync(tool, next.GetRawText());
            Assert.True(result.IsError is not true, result.Sentence());
            pages.Add(result.StructuredContent!.Value);
        }

        return pages;
    }

    private static List<JsonElement> Rows(IEnumerable<JsonElement> pages, string key) => [.. pages.SelectMany(page => page.GetProperty(key).EnumerateArray())];

    private static void AssertOnce(int count, IEnumerable<JsonElement> pages, string key, string id)
    {
        var ids = Rows(pages, key).Select(row => row.GetProperty(id).GetString()).ToArray();
        Assert.Equal(count, ids.Length);
        Assert.Equal(count, ids.Distinct().Count());
    }
}
