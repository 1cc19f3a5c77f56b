using System.Net;
using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class PagingTests
{
    private static SandboxClient Sample(PageTokenStyle style = PageTokenStyle.Cursor) =>
        new(new TwilioSandbox(new SandboxOptions { Conversations = 500, PageTokens = style }));

    private static string SidOf(JsonElement item) => item.GetProperty("sid").GetString()!;

    [Theory]
    [InlineData(PageTokenStyle.Cursor)]
    [InlineData(PageTokenStyle.Offset)]
    public async Task Following_the_pages_gives_every_conversation_once_newest_first(PageTokenStyle style)
    {
        using var client = Sample(style);
        var items = await client.All(client.Conversations + "?PageSize=7");
        Assert.Equal(280, items.Select(SidOf).Distinct().Count());
        Assert.Equal(280, items.Count);
        var dates = items.Select(item => item.GetProperty("date_created").GetString()).ToList();
        Assert.Equal(dates.OrderByDescending(date => date, StringComparer.Ordinal), dates);
    }

    [Fact]
    public async Task The_meta_block_is_the_documented_one()
    {
        using var client = Sample();
        var first = await client.Get(client.Conversations);
        var meta = first.Json.GetProperty("meta");
        var self = $"https://conversations.twilio.com{client.Conversations}?PageSize=50&Page=0";
        Assert.Equal((0, 50), (meta.GetProperty("page").GetInt32(), meta.GetProperty("page_size").GetInt32()));
        Assert.Equal(("conversations", self, self), (first.Meta("key"), first.Meta("first_page_url"), first.Meta("url")));
        Assert.Null(first.Meta("previous_page_url"));
        Assert.StartsWith(
            $"https://conversations.twilio.com{client.Conversations}?PageSize=50&Page=1&PageToken=",
            first.Meta("next_page_url"));
        Assert.Equal(50, first.Items().Length);
    }

    [Fact]
    public async Task Addresses_name_the_default_host_whatever_host_was_called()
    {
        using var client = Sample();
        var page = await client.Get($"https://conversations.dublin.ie1.twilio.com{client.Conversations}");
        Assert.StartsWith("https://conversations.twilio.com/", page.Meta("next_page_url"));
    }

    [Fact]
    public async Task The_last_page_has_no_next_one()
    {
        using var client = SandboxClient.Empty();
        Assert.Null((await client.Get(client.Conversations)).Meta("next_page_url"));
        for (var number = 0; number < 4; number++)
            await client.NewConversation();
        var first = await client.Get(client.Conversations + "?PageSize=2");
        var last = await client.Get(first.Meta("next_page_url")!);
        Assert.Equal(2, last.Items().Length);
        Assert.Null(last.Meta("next_page_url"));
    }

    [Theory]
    [InlineData(PageTokenStyle.Cursor)]
    [InlineData(PageTokenStyle.Offset)]
    public async Task The_previous_page_is_the_one_before(PageTokenStyle style)
    {
        using var client = Sample(style);
        var first = await client.Get(client.Conversations + "?PageSize=10&State=closed");
        var second = await client.Get(first.Meta("next_page_url")!);
        var third = await client.Get(second.Meta("next_page_url")!);
        var back = await client.Get(third.Meta("previous_page_url")!);
        Assert.Equal(second.Sids(), back.Sids());
        Assert.Equal(third.Sids(), (await client.Get(back.Meta("next_page_url")!)).Sids());
        Assert.Equal(first.Sids(), (await client.Get(back.Meta("previous_page_url")!)).Sids());
    }

    [Theory]
    [InlineData(PageTokenStyle.Cursor, 280)]
    [InlineData(PageTokenStyle.Offset, 140)]
    public async Task Deleting_while_listing_skips_only_with_offsets(PageTokenStyle style, int seen)
    {
        using var client = Sample(style);
        var count = 0;
        for (string? next = client.Conversations + "?PageSize=20"; next is not null;)
        {
            var page = await client.Get(next);
            foreach (var sid in page.Sids())
                (await client.Delete($"{client.Conversations}/{sid}")).Expect(HttpStatusCode.NoContent);
            count += page.Items().Length;
            next = page.Meta("next_page_url");
        }
        Assert.Equal(seen, count);
    }

    [Fact]
    public async Task A_token_belongs_to_one_list()
    {
        using var client = Sample();
        var next = (await client.Get(client.Conversations + "?PageSize=10")).Meta("next_page_url")!;
        var token = next[next.IndexOf("PageToken=", StringComparison.Ordinal)..];
        (await client.Get($"/v1/Services?{token}")).Refused(400, 20001);
        (await client.Get($"{client.Conversations}?State=closed&{token}")).Refused(400, 20001);
        (await client.Get($"{client.Conversations}?PageToken=nonsense")).Refused(400, 20001);
        (await client.Get($"{client.Conversations}?PageSize=20&{token}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_state_filters_and_goes_along_to_the_next_page()
    {
        using var client = Sample();
        var all = await client.All(client.Conversations + "?PageSize=100");
        foreach (var state in new[] { "active", "inactive", "closed" })
        {
            var expected = all.Where(item => item.GetProperty("state").GetString() == state).Select(SidOf).ToList();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, (await client.All($"{client.Conversations}?PageSize=9&State={state}")).Select(SidOf));
        }
    }

    [Fact]
    public async Task Dates_filter_by_creation_and_include_both_ends()
    {
        using var client = SandboxClient.Empty();
        string[] dates =
            ["2026-01-01T23:59:59Z", "2026-01-02T00:00:00Z", "2026-01-02T12:00:00Z", "2026-01-03T23:59:59Z", "2026-01-04T00:00:00Z"];
        var sids = new List<string>();
        foreach (var date in dates)
            sids.Add(await client.NewConversation(("DateCreated", date)));
        var days = await client.All(client.Conversations + "?PageSize=1&StartDate=2026-01-02&EndDate=2026-01-03");
        Assert.Equal([sids[3], sids[2], sids[1]], days.Select(SidOf));
        var moments = await client.Get(client.Conversations + "?StartDate=2026-01-02T12:00:00Z&EndDate=2026-01-03T23:59:59Z");
        Assert.Equal([sids[3], sids[2]], moments.Sids());
        Assert.Empty((await client.Get(client.Conversations + "?StartDate=2026-01-05&EndDate=2026-01-02")).Items());
    }

    [Fact]
    public async Task A_new_creation_date_moves_the_conversation_in_the_list()
    {
        using var client = SandboxClient.Empty();
        var first = await client.NewConversation(("DateCreated", "2026-01-01T00:00:00Z"));
        var second = await client.NewConversation(("DateCreated", "2026-01-02T00:00:00Z"));
        await client.Post($"{client.Conversations}/{first}", ("DateCreated", "2026-01-03T00:00:00Z"));
        Assert.Equal([first, second], (await client.Get(client.Conversations)).Sids());
    }
}
