using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>A list of Telnyx conversations from a provider that keeps finer times than it shows.</summary>
public sealed class TelnyxFinerTimeTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2, 100, 100, 0)]
    [InlineData(2, 100, 100, 50)]
    [InlineData(3, 100, 2, 50)]
    [InlineData(40, 100, 7, 0)]
    [InlineData(40, 100, 100, 50)]
    [InlineData(40, 10, 100, 50)]
    public async Task Every_conversation_comes_once_and_the_list_ends(int conversations, int cap, int pageSize, int offset)
    {
        using var server = Cut(conversations, microsecondsApart: 400, offset, cap).Serve();
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var all = await session.AllAsync(List(pageSize), TelnyxConversationResource.Read);
        Assert.Equal(Enumerable.Range(0, conversations).Select(TelnyxRows.Id), all.Select(conversation => conversation.ConversationId));
        Assert.InRange(server.Requests.Count, 2, (2 * conversations) + 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    public async Task More_of_one_millisecond_than_a_page_may_hold_are_an_error_and_no_shorter_list(int offset)
    {
        using var server = Cut(40, microsecondsApart: 1, offset, cap: 10).Serve();
        await RefusesAsync(server, "does not tell the others apart");
    }

    [Fact]
    public async Task Times_that_are_rounded_are_an_error_where_rows_would_be_passed_over()
    {
        double[] milliseconds = [1.4, 1.6, 1.7, 1.8, 5, 6];
        var rows = milliseconds.Select((kept, number) =>
            (TelnyxRows.Id(number), Begin.AddMilliseconds(kept), Begin.AddMilliseconds(Math.Round(kept)))).ToArray();
        using var server = new TelnyxRows(rows) { Cap = _ => 2 }.Serve();
        await RefusesAsync(server, "is not among those that were created then or later");
    }

    private static async Task RefusesAsync(WireServer server, string message)
    {
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.AllAsync(List(100), TelnyxConversationResource.Read));
        Assert.Contains(message, failure.Message);
    }

    private static TelnyxRows Cut(int conversations, int microsecondsApart, int offset, int cap)
    {
        var rows = Enumerable.Range(0, conversations).Select(number =>
        {
            var kept = Begin.AddMicroseconds(offset + (number * microsecondsApart));
            return (TelnyxRows.Id(number), kept, kept.AddTicks(-(kept.Ticks % TimeSpan.TicksPerMillisecond)));
        });
        return new TelnyxRows([.. rows]) { Cap = _ => cap };
    }

    private static OperationRequest List(int pageSize) => Requests.Of(TelnyxConversationResource.List, ("limit", pageSize));
}
