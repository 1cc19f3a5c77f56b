using System.Net;
using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

public class SunshineMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static SunshineClient Sample(int conversations = 200) =>
        new(new SunshineSandbox(new SandboxOptions { Conversations = conversations, Now = Now }));

    private static JsonElement[] Of(SunshineAnswer page) => [.. page.Json.GetProperty("messages").EnumerateArray()];

    private static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    private static DateTimeOffset Received(JsonElement message) => message.GetProperty("received").GetDateTimeOffset();

    private static async Task<List<JsonElement>> Mine(SunshineClient client) =>
        [.. (await client.Pages(client.List + "&page[size]=100")).SelectMany(page => page.Conversations)];

    /// <summary>Goes back through a list by its links, as the provider's documents say.</summary>
    private static async Task<List<SunshineAnswer>> Backwards(SunshineClient client, string path)
    {
        var pages = new List<SunshineAnswer>();
        for (string? next = path; next is not null; next = pages[^1].Previous)
            pages.Add((await client.Get(next)).Expect(HttpStatusCode.OK));
        return pages;
    }

    [Fact]
    public async Task The_newest_page_comes_first_and_the_links_lead_back_to_the_first_message()
    {
        using var client = Sample();
        var conversation = (await Mine(client))[0];
        var pages = await Backwards(client, client.One(Id(conversation)) + "/messages");
        Assert.True(pages.Count > 2);
        Assert.All(pages.SkipLast(1), page => Assert.Equal(100, Of(page).Length));
        Assert.All(pages, page => Assert.Equal(page != pages[^1], page.HasMore));
        Assert.Null(pages[0].After);
        Assert.Null(pages[^1].Before);
        Assert.Equal(Id(Of(pages[0])[0]), pages[0].Before);

        pages.Reverse();
        var messages = pages.SelectMany(Of).ToList();
        Assert.Equal(messages.Count, messages.DistinctBy(Id).Count());
        Assert.Equal(messages.Select(Received).Order(), messages.Select(Received));
        Assert.Equal(conversation.GetProperty("lastUpdatedAt").GetDateTimeOffset(), Received(messages[^1]));
    }

    [Fact]
    public async Task Cursors_go_both_ways_and_the_flag_follows_the_direction()
    {
        using var client = Sample();
        var list = client.One(Id((await Mine(client))[0])) + "/messages";
        var newest = await client.Get(list);
        var older = await client.Get($"{list}?page[before]={newest.Before}");
        var again = await client.Get(older.Next!);
        Assert.Equal(Of(newest).Select(Id), Of(again).Select(Id));
        Assert.False(again.HasMore);
        Assert.True(newest.HasMore);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1000")]
    [InlineData("many")]
    public async Task The_page_size_does_not_apply(string size)
    {
        using var client = Sample();
        var list = client.One(Id((await Mine(client))[0])) + "/messages";
        Assert.Equal(100, Of((await client.Get($"{list}?page[size]={size}")).Expect(HttpStatusCode.OK)).Length);
    }

    [Fact]
    public async Task Wrong_cursors_are_refused()
    {
        using var client = Sample();
        var list = client.One(Id((await Mine(client))[0])) + "/messages";
        var cursor = (await client.Get(list)).Before;
        (await client.Get($"{list}?page[before]={cursor}&page[after]={cursor}")).Refused(400, "bad_request");
        (await client.Get($"{list}?page[before]=abc")).Refused(400, "bad_request");
        (await client.Get($"{list}?page[before]={new string('0', 24)}")).Refused(400, "bad_request");
        (await client.Get($"{list}?limit=5")).Refused(400, "bad_request");
    }

    [Fact]
    public async Task An_unknown_conversation_is_not_found_in_the_words_of_each_list()
    {
        using var client = Sample(20);
        var unknown = client.One(new string('0', 24));
        (await client.Get(unknown + "/messages")).Refused(404, "not_found");
        (await client.Get(unknown + "/participants")).Refused(404, "conversation_not_found");
    }

    [Fact]
    public async Task There_are_conversations_of_every_length_and_content_of_every_kind()
    {
        using var client = Sample(1000);
        var (counts, kinds, authors) = (new List<int>(), new HashSet<string>(), new HashSet<string>());
        foreach (var conversation in await Mine(client))
        {
            var path = client.One(Id(conversation));
            var participants = (await client.Get(path + "/participants")).Json.GetProperty("participants").EnumerateArray()
                .Select(item => item.GetProperty("userId").GetString()).ToList();
            var messages = (await Backwards(client, path + "/messages")).SelectMany(Of).ToList();
            counts.Add(messages.Count);
            if (messages.Count == 0)
                Assert.Equal(conversation.GetProperty("createdAt").GetString(), conversation.GetProperty("lastUpdatedAt").GetString());
            foreach (var message in messages)
            {
                var author = message.GetProperty("author");
                kinds.Add(message.GetProperty("content").GetProperty("type").GetString()!);
                authors.Add(author.GetProperty("type").GetString()!);
                Assert.NotEmpty(message.GetProperty("source").GetProperty("type").GetString()!);
                if (author.TryGetProperty("userId", out var userId))
                    Assert.Contains(userId.GetString(), participants);
            }
        }
        Assert.Contains(0, counts);
        Assert.True(counts.Count(count => count > 200) >= 2, "The default conversation and another are long.");
        Assert.Equal(["file", "form", "image", "location", "text"], kinds.Order(StringComparer.Ordinal));
        Assert.Equal(["business", "user"], authors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_seed_makes_the_same_messages_whoever_asks_first()
    {
        using var one = Sample();
        using var same = Sample();
        var ids = (await Mine(one)).Select(Id).ToList();
        var first = new Dictionary<string, string>();
        foreach (var id in ids)
            first[id] = (await one.Get(one.One(id) + "/messages")).Body;
        foreach (var id in Enumerable.Reverse(ids))
            Assert.Equal(first[id], (await same.Get(same.One(id) + "/messages")).Body);
    }

    [Fact]
    public async Task Participants_come_in_pages()
    {
        using var client = Sample(3000);
        var path = client.One(Id((await Mine(client)).First(item => item.GetProperty("type").GetString() == "sdkGroup"))) + "/participants";
        var whole = (await client.Get(path)).Expect(HttpStatusCode.OK);
        var ids = whole.Json.GetProperty("participants").EnumerateArray().Select(Id).ToList();
        Assert.True(ids.Count > 1);
        Assert.False(whole.HasMore);
        var paged = await client.Pages(path + "?page[size]=1");
        Assert.Equal(ids, paged.Select(page => Id(page.Json.GetProperty("participants")[0])));
        (await client.Get(path + "?page[size]=101")).Refused(400, "bad_request");
        Assert.Equal(ids[..1], (await client.Get($"{path}?page[before]={ids[1]}")).Json.GetProperty("participants").EnumerateArray().Select(Id));
    }

    [Fact]
    public async Task A_posted_message_is_the_last_one_and_updates_the_conversation()
    {
        var time = new ManualTime();
        using var client = SunshineClient.Empty(time: time);
        var id = await client.NewGroup();
        time.Advance(TimeSpan.FromMinutes(5));
        var posted = (await client.Post(client.One(id) + "/messages", """{"author":{"type":"business"},"content":{"type":"text","text":"Hello!"}}"""))
            .Expect(HttpStatusCode.Created);
        var message = Assert.Single(Of(posted));
        ExpectedJson.Is(
            $$"""
            {
              "id": "{{Id(message)}}", "received": "2026-03-01T12:05:00.000Z", "author": { "type": "business" },
              "content": { "type": "text", "text": "Hello!" }, "source": { "type": "api:conversations" }
            }
            """,
            message);
        Assert.Equal(Id(message), Id(Assert.Single(Of(await client.Get(client.One(id) + "/messages")))));
        var conversation = (await client.Get(client.One(id))).Conversation;
        Assert.Equal("2026-03-01T12:05:00.000Z", conversation.GetProperty("lastUpdatedAt").GetString());
        Assert.Equal("2026-03-01T12:00:00.000Z", conversation.GetProperty("createdAt").GetString());
        var participant = (await client.Get(client.One(id) + "/participants")).Json.GetProperty("participants")[0];
        Assert.Equal(1, participant.GetProperty("unreadCount").GetInt32());
    }

    [Theory]
    [InlineData("""{"content":{"type":"text","text":"a"}}""")]
    [InlineData("""{"author":{"type":"robot"},"content":{"type":"text","text":"a"}}""")]
    [InlineData("""{"author":{"type":"business"},"content":{"type":"text"}}""")]
    [InlineData("""{"author":{"type":"business"},"content":{"type":"song","text":"a"}}""")]
    [InlineData("""{"author":{"type":"business"},"content":{"type":"image","mediaUrl":"x"}}""")]
    [InlineData("""{"author":{"type":"business","userId":"5963c0d619a30a2e00de36b8"},"content":{"type":"text","text":"a"}}""")]
    public async Task A_message_without_what_it_needs_is_refused(string body)
    {
        using var client = SunshineClient.Empty();
        (await client.Post(client.One(await client.NewGroup()) + "/messages", body)).Refused(400, "bad_request");
    }
}
