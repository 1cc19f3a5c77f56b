using System.Net;
using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class MessageListTests
{
    private static async Task<(SandboxClient Client, string Messages)> With(int count, PageTokenStyle style = PageTokenStyle.Cursor)
    {
        var client = SandboxClient.Empty(new ManualTime(), new SandboxOptions { PageTokens = style });
        var conversation = await client.NewConversation();
        for (var number = 0; number < count; number++)
            await client.NewMessage(conversation, ("Body", $"{number}"));
        return (client, client.Messages(conversation));
    }

    private static int IndexOf(JsonElement message) => message.GetProperty("index").GetInt32();

    [Theory]
    [InlineData(PageTokenStyle.Cursor, "")]
    [InlineData(PageTokenStyle.Cursor, "&Order=asc")]
    [InlineData(PageTokenStyle.Offset, "&Order=asc")]
    public async Task Pages_go_up_by_index(PageTokenStyle style, string order)
    {
        var (client, messages) = await With(23, style);
        using var _ = client;
        Assert.Equal(Enumerable.Range(0, 23), (await client.All($"{messages}?PageSize=5{order}")).Select(IndexOf));
    }

    [Theory]
    [InlineData(PageTokenStyle.Cursor)]
    [InlineData(PageTokenStyle.Offset)]
    public async Task Descending_pages_go_down_by_index(PageTokenStyle style)
    {
        var (client, messages) = await With(23, style);
        using var _ = client;
        Assert.Equal(Enumerable.Range(0, 23).Reverse(), (await client.All($"{messages}?PageSize=5&Order=desc")).Select(IndexOf));
        var first = await client.Get($"{messages}?PageSize=5&Order=desc");
        var second = await client.Get(first.Meta("next_page_url")!);
        var third = await client.Get(second.Meta("next_page_url")!);
        Assert.Equal(second.Sids(), (await client.Get(third.Meta("previous_page_url")!)).Sids());
        Assert.Equal(first.Sids(), (await client.Get(second.Meta("previous_page_url")!)).Sids());
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task Deleting_while_listing_skips_nothing_with_cursors(string order)
    {
        var (client, messages) = await With(20);
        using var _ = client;
        var seen = 0;
        for (string? next = $"{messages}?PageSize=3&Order={order}"; next is not null;)
        {
            var page = await client.Get(next);
            foreach (var sid in page.Sids())
                (await client.Delete($"{messages}/{sid}")).Expect(HttpStatusCode.NoContent);
            seen += page.Items().Length;
            next = page.Meta("next_page_url");
        }
        Assert.Equal(20, seen);
    }

    [Fact]
    public async Task The_index_orders_whatever_date_was_written()
    {
        var (client, messages) = await With(1);
        using var _ = client;
        await client.Post(messages, ("DateCreated", "2001-01-01T00:00:00Z"));
        Assert.Equal([0, 1], (await client.All(messages)).Select(IndexOf));
    }

    [Fact]
    public async Task A_message_that_arrives_while_listing_upwards_is_listed()
    {
        var (client, messages) = await With(3);
        using var _ = client;
        var first = await client.Get($"{messages}?PageSize=2");
        await client.Post(messages);
        Assert.Equal([2, 3], (await client.Get(first.Meta("next_page_url")!)).Items().Select(IndexOf));
    }

    [Fact]
    public async Task The_meta_block_names_messages_and_keeps_the_order()
    {
        var (client, messages) = await With(3);
        using var _ = client;
        var page = await client.Get($"{messages}?Order=desc");
        Assert.Equal("messages", page.Meta("key"));
        Assert.Equal($"https://conversations.twilio.com{messages}?Order=desc&PageSize=50&Page=0", page.Meta("url"));
        Assert.Equal(JsonValueKind.Null, page.Json.GetProperty("meta").GetProperty("next_page_url").ValueKind);
    }

    [Theory]
    [InlineData("?Order=DESC")]
    [InlineData("?Order=")]
    [InlineData("?PageSize=101")]
    [InlineData("?State=active")]
    public async Task A_bad_query_is_refused(string query)
    {
        var (client, messages) = await With(0);
        using var _ = client;
        (await client.Get(messages + query)).Refused(400, 20001);
        (await client.Get(messages + "?PageSize=100")).Expect(HttpStatusCode.OK);
    }
}
