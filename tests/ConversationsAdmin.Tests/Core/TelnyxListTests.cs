using System.Collections.Specialized;
using System.Web;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>The provider's list has neither pages nor cursors. It is read to its end all the same, each conversation once.</summary>
public sealed class TelnyxListTests
{
    private const int Conversations = 5000;

    // A tenth of the sample came in one import, all of it created in the same millisecond.
    private const int Imported = Conversations / 10;

    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(50, null)]
    [InlineData(7, null)]
    [InlineData(1000, null)]
    [InlineData(null, null)]
    [InlineData(1000, 30)]
    [InlineData(50, 30)]
    [InlineData(1000, 100)]
    [InlineData(null, 100)]
    public async Task Every_conversation_comes_once(int? pageSize, int? maxLimit)
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = Conversations, MaxLimit = maxLimit });
        using var session = ProviderSessions.To(sandbox);
        var all = await session.AllAsync(List(pageSize), TelnyxConversationResource.Read);
        Assert.Equal(Conversations, all.Count);
        Assert.Equal(Conversations, all.DistinctBy(item => item.ConversationId).Count());
        Assert.Contains(all.GroupBy(item => item.CreatedAt), group => group.Count() == Imported);
        Assert.True(all.Zip(all.Skip(1)).All(pair => pair.First.CreatedAt <= pair.Second.CreatedAt));
    }

    [Theory]
    [InlineData(100, 1000)]
    [InlineData(100, 100)]
    [InlineData(30, 1000)]
    [InlineData(null, 50)]
    [InlineData(150, 1000)]
    [InlineData(149, 1000)]
    public async Task What_was_created_in_one_moment_at_the_end_comes_whole(int? maxLimit, int pageSize)
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 20, MaxLimit = maxLimit, Now = Noon });
        using var session = ProviderSessions.To(sandbox);
        var made = await CreateAsync(session, 150);
        var all = await session.AllAsync(List(pageSize), TelnyxConversationResource.Read);
        Assert.Equal(170, all.Count);
        Assert.Empty(made.Except(all.Select(item => item.ConversationId)));
    }

    [Fact]
    public async Task Only_a_page_with_nothing_new_is_the_end()
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 95, MaxLimit = 30 });
        using var session = ProviderSessions.To(sandbox);
        var pages = new List<int>();
        await foreach (var page in session.ListAsync(List(1000), TelnyxConversationResource.Read, null, CancellationToken.None))
        {
            pages.Add(page.Count);
        }

        Assert.Equal(95, pages.Sum());
        Assert.All(pages, count => Assert.InRange(count, 1, 30));
        Assert.True(sandbox.Record.Requests.Count > pages.Count);
    }

    [Fact]
    public async Task An_empty_list_is_one_request()
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 0 });
        using var session = ProviderSessions.To(sandbox);
        Assert.Empty(await session.AllAsync(List(), TelnyxConversationResource.Read));
        Assert.Single(sandbox.Record.Requests);
    }

    [Fact]
    public async Task A_page_that_one_moment_fills_doubles_the_limit()
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 0, Now = Noon });
        using var session = ProviderSessions.To(sandbox);
        await CreateAsync(session, 150);
        sandbox.Record.Clear();
        Assert.Equal(150, (await session.AllAsync(List(50), TelnyxConversationResource.Read)).Count);
        Assert.Equal(["50", "50", "100", "100", "200"], sandbox.Record.Requests.Take(5).Select(request => Query(request)["limit"]));
        Assert.All(sandbox.Record.Requests.Take(5), request => Assert.Equal("created_at.asc", Query(request)["order"]));
    }

    [Fact]
    public async Task A_page_begins_where_the_one_before_it_ended()
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 40 });
        using var session = ProviderSessions.To(sandbox);
        DateTimeOffset? last = null;
        await foreach (var page in session.ListAsync(List(10), TelnyxConversationResource.Read, null, CancellationToken.None))
        {
            var from = Query(sandbox.Record.Requests[^1])["created_at"];
            Assert.Equal(last is null ? null : $"gte.{last:yyyy-MM-ddTHH:mm:ss.fffZ}", from);
            last = page[^1].CreatedAt;
        }

        Assert.NotNull(last);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(10)]
    public async Task What_is_removed_meanwhile_hides_and_repeats_nothing_else(int? maxLimit)
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 600, MaxLimit = maxLimit });
        using var session = ProviderSessions.To(sandbox);
        var before = (await session.AllAsync(List(), TelnyxConversationResource.Read)).Select(item => item.ConversationId).ToList();
        var removed = new HashSet<string>();
        var seen = new List<string>();
        var random = new Random(7);
        await foreach (var page in session.ListAsync(List(20), TelnyxConversationResource.Read, null, CancellationToken.None))
        {
            seen.AddRange(page.Select(item => item.ConversationId));

            // The one that the next page begins with, and another anywhere.
            foreach (var id in new[] { page[^1].ConversationId, before[random.Next(before.Count)] }.Where(removed.Add))
            {
                await session.SendAsync(TelnyxConversationResource.Delete, ("conversation_id", id));
            }
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(before.Except(removed).Except(seen));
    }

    [Fact]
    public async Task What_is_created_meanwhile_comes_too_and_repeats_nothing()
    {
        var time = new ManualTime();
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 300 }, time);
        using var session = ProviderSessions.To(sandbox);
        var made = new List<string>();
        var seen = new List<string>();
        await foreach (var page in session.ListAsync(List(20), TelnyxConversationResource.Read, null, CancellationToken.None))
        {
            seen.AddRange(page.Select(item => item.ConversationId));
            if (made.Count < 40)
            {
                time.Advance(TimeSpan.FromSeconds(1));
                made.AddRange(await CreateAsync(session, 4));
            }
        }

        Assert.Equal(340, seen.Count);
        Assert.Equal(340, seen.Distinct().Count());
        Assert.Empty(made.Except(seen));
    }

    [Fact]
    public async Task Who_stops_reading_asks_for_no_further_page()
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 100 });
        using var session = ProviderSessions.To(sandbox);
        await foreach (var page in session.ListAsync(List(10), TelnyxConversationResource.Read, null, CancellationToken.None))
        {
            Assert.Equal(10, page.Count);
            break;
        }

        Assert.Single(sandbox.Record.Requests);
    }

    [Fact]
    public async Task Another_order_comes_at_once()
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 200 });
        using var session = ProviderSessions.To(sandbox);
        var latest = await session.AllAsync(List(25, ("order", "last_message_at.desc")), TelnyxConversationResource.Read);
        Assert.Single(sandbox.Record.Requests);
        var all = await session.AllAsync(List(), TelnyxConversationResource.Read);
        Assert.Equal(
            all.OrderByDescending(item => item.LastMessageAt).Take(25).Select(item => item.LastMessageAt),
            latest.Select(item => item.LastMessageAt));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task However_few_a_page_holds_all_of_the_list_comes(int maxLimit)
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 30, MaxLimit = maxLimit });
        using var session = ProviderSessions.To(sandbox);
        Assert.Equal(30, (await session.AllAsync(List(), TelnyxConversationResource.Read)).Count);
    }

    [Theory]
    [InlineData("created_at.asc", 1)]
    [InlineData("created_at.asc", 3)]
    [InlineData("last_message_at.asc", 3)]
    [InlineData("last_message_at.asc", 100)]
    public async Task An_order_that_the_provider_ignores_is_an_error_and_nothing_of_the_page_is_given(string order, int limit)
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 100, IgnoreFilters = "order" });
        using var session = ProviderSessions.To(sandbox);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => session.AllAsync(List(limit, ("order", order)), TelnyxConversationResource.Read));
        Assert.Contains($"not in the order {order}", failure.Message);
    }

    [Fact]
    public async Task Another_order_that_holds_less_than_was_asked_for_is_counted()
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 60 });
        using var session = ProviderSessions.To(sandbox);
        Assert.Equal(60, (await session.AllAsync(List(500, ("order", "created_at.desc")), TelnyxConversationResource.Read)).Count);
    }

    [Fact]
    public async Task Another_order_that_the_provider_cuts_short_is_an_error_and_no_shorter_list()
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 60, MaxLimit = 30 });
        using var session = ProviderSessions.To(sandbox);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => session.AllAsync(List(40, ("order", "created_at.desc")), TelnyxConversationResource.Read));
        Assert.Contains("Ask for no more than that with -First", failure.Message);
        Assert.Equal(30, (await session.AllAsync(List(30, ("order", "created_at.desc")), TelnyxConversationResource.Read)).Count);
    }

    private static async Task<List<string>> CreateAsync(ProviderSession session, int count)
    {
        var ids = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var made = await session.SendAsync(
                Requests.Of(TelnyxConversationResource.Create, ("name", $"made {number}")), TelnyxConversationResource.Read, null, CancellationToken.None);
            ids.Add(made.ConversationId);
        }

        return ids;
    }

    private static NameValueCollection Query(SandboxRequest request) =>
        HttpUtility.ParseQueryString(request.Query);

    private static OperationRequest List(int? pageSize = null, params (string Name, object? Value)[] filters) =>
        Requests.Of(TelnyxConversationResource.List, [.. pageSize is { } limit ? [("limit", (object?)limit)] : Array.Empty<(string, object?)>(), .. filters]);
}
