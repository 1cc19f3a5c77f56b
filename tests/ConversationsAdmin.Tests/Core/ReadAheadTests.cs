using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class ReadAheadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_page_after_the_second_is_asked_for_while_the_caller_has_the_second()
    {
        using var server = Pages(5);
        using var session = Connect.To(server);
        await using var pages = Read(session).GetAsyncEnumerator();
        await pages.MoveNextAsync();
        Assert.Single(server.Requests);
        await pages.MoveNextAsync();
        await UntilAsync(() => server.Requests.Count == 3);
    }

    [Fact]
    public async Task Who_may_have_enough_with_a_page_gets_none_that_was_not_asked_for()
    {
        using var server = Pages(5);
        using var session = Connect.To(server);
        var read = 0;
        await foreach (var page in Read(session, mostRows: 2))
        {
            read += page.Count;
            if (read == 2)
            {
                break;
            }
        }

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task What_was_read_ahead_and_is_not_wanted_is_not_waited_for()
    {
        using var server = new WireServer(request => request.Number > 2 ? WireAnswer.Silence : Page(request.Number));
        using var session = Connect.To(server, timeout: TimeSpan.FromMinutes(10));
        await ReadTwoAsync().WaitAsync(Patience);

        async Task ReadTwoAsync()
        {
            await using var pages = Read(session).GetAsyncEnumerator();
            await pages.MoveNextAsync();
            await pages.MoveNextAsync();
            await UntilAsync(() => server.Requests.Count == 3);
        }
    }

    [Fact]
    public async Task An_error_of_a_page_that_was_read_ahead_comes_in_its_place()
    {
        using var server = new WireServer(request => request.Number > 2 ? WireAnswer.Json(404, """{"code":20404}""") : Page(request.Number));
        using var session = Connect.To(server);
        var given = new List<string>();
        await Assert.ThrowsAsync<ProviderResponseException>(async () =>
        {
            await foreach (var page in Read(session))
            {
                given.AddRange(page);
                await UntilAsync(() => given.Count < 2 || server.Requests.Count == 3);
            }
        });
        Assert.Equal(["CH1", "CH2"], given);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_ends_the_list_although_the_next_page_is_on_its_way()
    {
        using var server = new WireServer(request => request.Number switch { 1 or 2 => Page(request.Number), 3 => Page(3, "null"), _ => WireAnswer.Silence });
        using var session = Connect.To(server, timeout: TimeSpan.FromMinutes(10));
        var given = new List<string>();
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(() => ReadAllAsync().WaitAsync(Patience));
        Assert.Contains("row 1", failure.Message);
        Assert.Equal(["CH1", "CH2"], given);

        async Task ReadAllAsync()
        {
            await foreach (var page in Read(session))
            {
                given.AddRange(page);
            }
        }
    }

    private static WireServer Pages(int count) => new(request => Page(request.Number, isLast: request.Number == count));

    private static WireAnswer Page(int number, string? sid = null, bool isLast = false)
    {
        var next = isLast ? null : $"https://conversations.twilio.com/v1/Services/{Requests.ServiceSid}/Conversations?PageToken=PT{number}";
        return WireAnswer.Json(
            200, $$"""{"meta":{"key":"conversations","next_page_url":{{JsonSerializer.Serialize(next)}}},"conversations":[{"sid":{{sid ?? $"\"CH{number}\""}}}]}""");
    }

    private static IAsyncEnumerable<IReadOnlyList<string>> Read(ProviderSession session, long mostRows = long.MaxValue) => session.ListAsync(
        Requests.Of(ConversationResource.List, ("ChatServiceSid", Requests.ServiceSid)), ReadSid, null, CancellationToken.None, mostRows);

    private static string ReadSid(JsonElement row, ResourceOrigin origin) => row.GetProperty("sid").GetString() ?? throw new JsonException("It has no sid.");

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
