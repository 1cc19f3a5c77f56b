using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>A list of Telnyx conversations of an account where others are created while it is read.</summary>
public sealed class TelnyxLiveListTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task Fewer_than_were_asked_for_in_another_order_are_all_that_there_are(int conversations)
    {
        var rows = Ties(conversations);
        using var server = Creating(rows, before: "created_at.asc", times: 2).Serve();
        Assert.Equal(conversations + 2, (await ReadAsync(server, ("order", "created_at.desc"), ("limit", 100))).Count);
    }

    [Fact]
    public async Task Fewer_than_there_are_in_another_order_are_an_error()
    {
        var rows = Ties(5);
        using var server = new TelnyxRows(rows) { Cap = _ => 3 }.Serve();
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(() => ReadAsync(server, ("order", "created_at.desc"), ("limit", 100)));
        Assert.Contains("it gave 3 although there are more", failure.Message);
    }

    [Fact]
    public async Task What_is_created_at_each_look_for_the_end_comes_once()
    {
        var rows = Ties(5);
        using var server = Creating(rows, before: "created_at.desc", times: 4, cap: 3).Serve();
        var given = await ReadAsync(server, ("limit", 100));
        Assert.Equal(rows.Select(row => row.Id).Order(), given.Order());
        Assert.Equal(9, given.Count);
    }

    private static List<(string Id, DateTimeOffset Stored, DateTimeOffset Shown)> Ties(int count) =>
        [.. Enumerable.Range(0, count).Select(number => (TelnyxRows.Id(number), Begin, Begin))];

    private static TelnyxRows Creating(
        List<(string Id, DateTimeOffset Stored, DateTimeOffset Shown)> rows, string before, int times, int cap = int.MaxValue)
    {
        var created = 0;
        return new(rows)
        {
            Cap = _ => cap,
            Meanwhile = order =>
            {
                if (order == before && created < times)
                {
                    var time = Begin.AddSeconds(++created);
                    rows.Add((TelnyxRows.Id(1_000 + created), time, time));
                }
            },
        };
    }

    private static async Task<List<string>> ReadAsync(WireServer server, params (string Name, object? Value)[] parameters)
    {
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var all = await session.AllAsync(Requests.Of(TelnyxConversationResource.List, parameters), TelnyxConversationResource.Read);
        return [.. all.Select(conversation => conversation.ConversationId)];
    }
}
