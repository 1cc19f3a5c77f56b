using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public class MessageTests
{
    private static async Task<(TelnyxClient Client, string Path, int Total)> Longest()
    {
        var client = TelnyxClient.Filled(40);
        var paths = (await client.List()).Items.Select(row => TelnyxClient.One(row.GetProperty("id").GetString()!) + "/messages");
        var totals = new Dictionary<string, int>();
        foreach (var path in paths)
            totals[path] = Meta(await client.Get(path), "total_results");
        var (longest, total) = totals.MaxBy(pair => pair.Value);
        Assert.True(total > 40, $"{total} messages are not enough for pages");
        Assert.InRange(total, 0, 60);
        return (client, longest, total);
    }

    private static int Meta(TelnyxAnswer answer, string name) => answer.Json.GetProperty("meta").GetProperty(name).GetInt32();

    [Fact]
    public async Task Pages_go_by_number()
    {
        var (client, path, total) = await Longest();
        using (client)
        {
            var whole = (await client.Get(path + "?page[size]=100")).Items.Select(item => item.GetRawText()).ToList();
            Assert.Equal(total, whole.Count);
            var first = await client.Get(path);
            Assert.Equal(20, first.Items.Length);
            Assert.Equal((1, 20), (Meta(first, "page_number"), Meta(first, "page_size")));
            Assert.Equal((total + 19) / 20, Meta(first, "total_pages"));

            var paged = new List<string>();
            for (var number = 1; number <= (total + 6) / 7; number++)
            {
                var page = (await client.Get($"{path}?page[size]=7&page%5Bnumber%5D={number}")).Items;
                paged.AddRange(page.Select(item => item.GetRawText()));
            }
            Assert.Equal(whole, paged);
        }
    }

    [Fact]
    public async Task Some_have_more_than_a_page_of_the_largest_size_holds()
    {
        using var client = TelnyxClient.Filled(300);
        var rows = (await client.List(("limit", "300"))).Items;
        var totals = new List<int>();
        foreach (var row in rows)
            totals.Add(Meta(await client.Get(TelnyxClient.One(row.GetProperty("id").GetString()!) + "/messages?page[size]=100"), "total_results"));
        Assert.InRange(totals.Count(total => total > 100), 1, 20);
        Assert.Contains(0, totals);
    }

    [Fact]
    public async Task A_page_past_the_end_is_empty()
    {
        var (client, path, total) = await Longest();
        using (client)
        {
            var past = await client.Get(path + "?page[number]=2147483647&page[size]=100");
            Assert.Empty(past.Items);
            Assert.Equal(int.MaxValue, Meta(past, "page_number"));
            Assert.Equal(total, Meta(past, "total_results"));
        }
    }

    [Theory]
    [InlineData("page[size]", "0")]
    [InlineData("page[size]", "101")]
    [InlineData("page[size]", "ten")]
    [InlineData("page[number]", "0")]
    [InlineData("page[number]", "-1")]
    [InlineData("page[number]", "")]
    [InlineData("page_size", "10")]
    [InlineData("limit", "10")]
    public async Task Other_pages_and_parameters_are_refused(string name, string value)
    {
        using var client = TelnyxClient.Empty();
        var id = await client.New();
        (await client.Get($"{TelnyxClient.One(id)}/messages?{name}={value}")).Invalid($"query/{name}");
    }

    [Fact]
    public async Task A_new_conversation_has_none()
    {
        using var client = TelnyxClient.Empty();
        var answer = await client.Get(TelnyxClient.One(await client.New()) + "/messages");
        Assert.Empty(answer.Items);
        Assert.Equal((0, 0), (Meta(answer, "total_pages"), Meta(answer, "total_results")));
    }

    [Fact]
    public async Task An_added_message_is_the_last_one()
    {
        var time = new ManualTime();
        using var client = TelnyxClient.Empty(time: time);
        var id = await client.New();
        time.Advance(TimeSpan.FromMinutes(5));
        var path = TelnyxClient.One(id) + "/message";
        const string body = """{"role":"user","content":"hello","sent_at":"2026-03-01T12:04:00Z","metadata":{"vip":true}}""";
        (await client.Send(HttpMethod.Post, path, body, ("Idempotency-Key", "one"))).Expect(200);
        (await client.Send(HttpMethod.Post, path, body, ("Idempotency-Key", "one"))).Expect(200);
        ExpectedJson.Is(
            """
            {
              "role": "user", "text": "hello", "created_at": "2026-03-01T12:05:00.000Z", "sent_at": "2026-03-01T12:04:00.000Z",
              "metadata": { "vip": true }
            }
            """,
            Assert.Single((await client.Get(path + "s")).Items));
        var conversation = (await client.Get(TelnyxClient.One(id))).Data;
        Assert.Equal("2026-03-01T12:05:00.000Z", conversation.GetProperty("last_message_at").GetString());
        Assert.Equal("2026-03-01T12:00:00.000Z", conversation.GetProperty("created_at").GetString());
    }

    [Theory]
    [InlineData("""{"content":"a"}""", "body/role")]
    [InlineData("""{"role":7}""", "body/role")]
    [InlineData("""{"role":"user","text":"a"}""", "body/text")]
    [InlineData("""{"role":"user","sent_at":"soon"}""", "body/sent_at")]
    public async Task A_malformed_message_is_refused(string body, string location)
    {
        using var client = TelnyxClient.Empty();
        (await client.Send(HttpMethod.Post, TelnyxClient.One(await client.New()) + "/message", body)).Invalid(location);
    }

    [Fact]
    public async Task What_tools_say_is_never_sent_to_the_user()
    {
        using var client = TelnyxClient.Filled(20);
        var roles = new Dictionary<string, int>();
        foreach (var row in (await client.List()).Items)
        {
            var calling = false;
            var path = TelnyxClient.One(row.GetProperty("id").GetString()!) + "/messages";
            foreach (var message in (await client.Get(path + "?page[size]=100")).Items)
            {
                var role = message.GetProperty("role").GetString()!;
                roles[role] = roles.GetValueOrDefault(role) + 1;
                Assert.Equal(calling, role == "tool");
                calling = message.TryGetProperty("tool_calls", out var calls);
                if (calling)
                    AssertCall(message, Assert.Single(calls.EnumerateArray()));
                Assert.Equal(role != "tool" && !calling, message.TryGetProperty("sent_at", out _));
                Assert.True(message.GetProperty("created_at").TryGetDateTimeOffset(out _));
            }
        }
        Assert.Equal(["assistant", "tool", "user"], roles.Keys.Order());
    }

    private static void AssertCall(JsonElement message, JsonElement call)
    {
        Assert.Equal("assistant", message.GetProperty("role").GetString());
        Assert.Equal(JsonValueKind.Null, message.GetProperty("text").ValueKind);
        Assert.Equal("function", call.GetProperty("type").GetString());
        Assert.NotEmpty(call.GetProperty("id").GetString()!);
        var function = call.GetProperty("function");
        Assert.NotEmpty(function.GetProperty("name").GetString()!);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(function.GetProperty("arguments").GetString()!).RootElement.ValueKind);
    }
}
