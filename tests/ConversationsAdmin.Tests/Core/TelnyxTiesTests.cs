using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Telnyx conversations of one creation time, of which a page may not hold all, from a provider that heeds less than was asked.</summary>
public sealed class TelnyxTiesTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(10, 3, true, true)]
    [InlineData(10, 3, true, false)]
    [InlineData(10, 3, false, true)]
    [InlineData(250, 30, true, true)]
    [InlineData(250, 30, true, false)]
    public async Task All_of_them_come_and_what_follows_them(int ties, int cap, bool heedsOrder, bool heedsExclusion)
    {
        using var server = Providing(ties, cap, heedsOrder, heedsExclusion).Serve();
        Assert.Equal(ties + 6, (await ReadAsync(server)).Distinct().Count());
    }

    [Theory]
    [InlineData(10, 3, false)]
    [InlineData(250, 30, false)]
    [InlineData(250, 30, true)]
    public async Task Where_they_are_not_told_apart_the_list_is_an_error_and_no_shorter_one(int ties, int cap, bool heedsExclusion)
    {
        using var server = Providing(ties, cap, heedsOrder: false, heedsExclusion).Serve();
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(() => ReadAsync(server));
        Assert.Contains("does not tell the others apart", failure.Message);
    }

    [Fact]
    public async Task A_page_that_is_shorter_only_once_is_not_the_end()
    {
        var rows = Enumerable.Range(0, 9).Select(number => (TelnyxRows.Id(number), Begin.AddSeconds(number), Begin.AddSeconds(number))).ToArray();
        using var server = new TelnyxRows(rows) { Cap = number => number == 2 ? 1 : 3 }.Serve();
        Assert.Equal(9, (await ReadAsync(server)).Count);
    }

    [Fact]
    public async Task A_list_of_two_of_one_time_ends()
    {
        using var server = new TelnyxRows([(TelnyxRows.Id(1), Begin, Begin), (TelnyxRows.Id(0), Begin, Begin)]) { HeedsOrderOfIds = false }.Serve();
        Assert.Equal(2, (await ReadAsync(server)).Count);
        Assert.InRange(server.Requests.Count, 2, 6);
    }

    [Fact]
    public async Task They_may_come_in_another_order_each_time()
    {
        var rows = Enumerable.Range(0, 7).Select(number => (TelnyxRows.Id(number), Begin, Begin)).ToArray();
        using var server = new TelnyxRows(rows) { Cap = _ => 3, TurnsTies = true }.Serve();
        Assert.Equal(7, (await ReadAsync(server)).Distinct().Count());
    }

    [Fact]
    public async Task An_order_of_ids_that_is_refused_is_told_as_what_it_means_for_the_list()
    {
        using var server = new TelnyxRows([(TelnyxRows.Id(0), Begin, Begin)]) { HeedsExcludedIds = false, RefusesOrderOfIds = true }.Serve();
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(() => ReadAsync(server));
        Assert.Contains("does not tell the others apart", failure.Message);
        Assert.Contains("may have been created", failure.Message);
    }

    // Three before them and three behind, and the ids in no order.
    private static TelnyxRows Providing(int ties, int cap, bool heedsOrder, bool heedsExclusion)
    {
        var times = Enumerable.Range(0, ties + 6).Select(number => Begin.AddSeconds(number < 3 ? number : number < ties + 3 ? 3 : number)).ToArray();
        var rows = times.Select((time, number) => (TelnyxRows.Id((number * 61_441) % 100_003), time, time)).ToArray();
        return new TelnyxRows(rows) { Cap = _ => cap, HeedsOrderOfIds = heedsOrder, HeedsExcludedIds = heedsExclusion };
    }

    private static async Task<List<string>> ReadAsync(WireServer server)
    {
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var all = await session.AllAsync(Requests.Of(TelnyxConversationResource.List, ("limit", 100)), TelnyxConversationResource.Read);
        return [.. all.Select(conversation => conversation.ConversationId)];
    }
}
