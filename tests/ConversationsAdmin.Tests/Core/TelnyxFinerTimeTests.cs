using System.Globalization;
using System.Web;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>A list of Telnyx conversations from a provider that keeps microseconds and shows milliseconds.</summary>
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
        using var server = Providing(conversations, microsecondsApart: 400, cap, offset);
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var all = await session.AllAsync(List(pageSize), TelnyxConversationResource.Read);
        Assert.Equal(Enumerable.Range(0, conversations).Select(Id), all.Select(conversation => conversation.ConversationId));
        Assert.InRange(server.Requests.Count, 2, (2 * conversations) + 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    public async Task More_of_one_millisecond_than_a_page_may_hold_are_an_error_and_no_shorter_list(int offset)
    {
        using var server = Providing(40, microsecondsApart: 1, cap: 10, offset);
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.AllAsync(List(100), TelnyxConversationResource.Read));
        Assert.Contains("does not tell the others apart", failure.Message);
    }

    private static WireServer Providing(int conversations, int microsecondsApart, int cap, int offset)
    {
        var rows = Enumerable.Range(0, conversations).Select(number => (Id: Id(number), Stored: Begin.AddMicroseconds(offset + (number * microsecondsApart)))).ToArray();
        return new WireServer(request =>
        {
            var query = HttpUtility.ParseQueryString(request.Query);
            var found = rows.AsEnumerable();
            if (query["created_at"]?.Split('.', 2) is [var operation, var text])
            {
                var bound = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
                found = found.Where(row => operation switch { "gte" => row.Stored >= bound, "gt" => row.Stored > bound, _ => row.Stored == bound });
            }

            if (query["id"] is { } after)
            {
                found = found.Where(row => string.CompareOrdinal("gt." + row.Id, after) > 0);
            }

            found = query["order"] switch { "created_at.desc" => found.Reverse(), _ => found };
            var page = found.Take(Math.Min(cap, int.Parse(query["limit"] ?? "100", CultureInfo.InvariantCulture)))
                .Select(row => $$"""{"id":"{{row.Id}}","created_at":"{{row.Stored:yyyy-MM-dd'T'HH:mm:ss.fff}}Z"}""");
            return WireAnswer.Json(200, $$"""{"data":[{{string.Join(",", page)}}]}""");
        });
    }

    private static string Id(int number) => $"00000000-0000-0000-0000-{number:x12}";

    private static OperationRequest List(int pageSize) => Requests.Of(TelnyxConversationResource.List, ("limit", pageSize));
}
