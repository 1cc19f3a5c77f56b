using System.Web;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>A list of Telnyx conversations over a socket, from a provider that does not do what was asked.</summary>
public sealed class TelnyxListDistrustTests
{
    private const string A = "00000000-0000-0000-0000-00000000000a";
    private const string B = "00000000-0000-0000-0000-00000000000b";
    private const string C = "00000000-0000-0000-0000-00000000000c";
    private const string Early = "2026-01-01T00:00:00Z";
    private const string Late = "2026-01-02T00:00:00Z";

    [Theory]
    [InlineData("2026-01-01T00:00:00.123456Z")]
    [InlineData("2026-01-01T00:00:00.123456+02:00")]
    [InlineData("2026-01-01T00:00:00.1-05:30")]
    public async Task A_time_goes_back_as_the_provider_wrote_it(string created)
    {
        using var server = WireServer.Answering(Page(Row(A, created)), Page());
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        Assert.Single(await session.AllAsync(List(), TelnyxConversationResource.Read));

        // A plus that is not escaped would be a space.
        Assert.DoesNotContain('+', server.Requests[1].Query);
        Assert.Equal($"gte.{created}", HttpUtility.ParseQueryString(server.Requests[1].Query)["created_at"]);
    }

    [Fact]
    public async Task Rows_a_microsecond_apart_are_apart()
    {
        using var server = WireServer.Answering(
            Page(Row(A, "2026-01-01T00:00:00.000001Z"), Row(B, "2026-01-01T00:00:00.000002Z")),
            Page(Row(B, "2026-01-01T00:00:00.000002Z"), Row(C, "2026-01-01T00:00:00.000003Z")),
            Page(Row(C, "2026-01-01T00:00:00.000003Z")),
            Page());
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        Assert.Equal([A, B, C], (await session.AllAsync(List(("limit", 2)), TelnyxConversationResource.Read)).Select(row => row.ConversationId));
    }

    [Fact]
    public async Task The_same_moment_in_another_zone_is_the_same_moment()
    {
        using var server = WireServer.Answering(
            Page(Row(A, "2026-01-01T00:00:00Z"), Row(B, "2026-01-01T02:00:00+02:00")), Page(Row(A, "2026-01-01T00:00:00Z"), Row(B, "2026-01-01T02:00:00+02:00")), Page());
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        Assert.Equal([A, B], (await session.AllAsync(List(), TelnyxConversationResource.Read)).Select(row => row.ConversationId));
    }

    [Fact]
    public async Task Rows_out_of_order_are_an_error_and_none_of_their_page_is_given()
    {
        using var server = WireServer.Answering(Page(Row(A, Late), Row(B, Early)));
        await RefusesAsync(server, "not in the order created_at.asc");
    }

    [Fact]
    public async Task A_page_that_begins_before_the_one_that_was_read_is_an_error()
    {
        using var server = WireServer.Answering(Page(Row(A, Late)), Page(Row(B, Early)));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var given = new List<string>();
        await Assert.ThrowsAsync<UnexpectedResponseException>(async () =>
        {
            await foreach (var page in session.ListAsync(List(), TelnyxConversationResource.Read, null, CancellationToken.None))
            {
                given.AddRange(page.Select(row => row.ConversationId));
            }
        });
        Assert.Equal([A], given);
    }

    [Theory]
    [InlineData("id", "eq." + C)]
    [InlineData("name", "eq.Another")]
    [InlineData("name", "like.Voice%")]
    [InlineData("created_at", "gte.2026-01-02")]
    [InlineData("last_message_at", "gte.2026-01-02")]
    [InlineData("last_message_at", "lte.2025-12-31")]
    [InlineData("metadata->assistant_id", "eq.assistant-1")]
    [InlineData("metadata->tier", "eq.Gold")]
    [InlineData("metadata->tier", "eq.gol")]
    public async Task A_row_that_was_not_asked_for_is_an_error_and_none_of_its_page_is_given(string name, string filter)
    {
        using var server = WireServer.Answering(Page(Row(A, Early, "gold"), Row(B, Early, "gold")));
        await RefusesAsync(server, $"{name} is not {filter}", (name, filter));
        Assert.Contains($"{name}={filter}", HttpUtility.UrlDecode(server.Requests[0].Query));
    }

    [Fact]
    public async Task One_row_among_many_that_was_not_asked_for_is_enough()
    {
        using var server = WireServer.Answering(Page(Row(A, Early, "gold"), Row(B, Late, "basic"), Row(C, Late, "gold")));
        await RefusesAsync(server, B, ("metadata->tier", "eq.gold"));
    }

    [Fact]
    public async Task A_filter_that_a_later_page_forgets_is_an_error()
    {
        using var server = WireServer.Answering(Page(Row(A, Early, "gold")), Page(Row(A, Early, "gold"), Row(B, Late, "basic")));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.AllAsync(List(("metadata->tier", "eq.gold")), TelnyxConversationResource.Read));
        Assert.All(server.Requests, request => Assert.Contains("metadata->tier=eq.gold", HttpUtility.UrlDecode(request.Query)));
    }

    [Fact]
    public async Task The_lower_bound_holds_on_every_page()
    {
        // A provider that begins anew in place of going on from where the list stands.
        using var server = WireServer.Answering(Page(Row(A, Late)), Page(Row(B, Early), Row(A, Late)));
        await RefusesAsync(server, "2026", ("created_at", "gte.2026-01-02"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":[{"name":"no id","created_at":"2026-01-01T00:00:00Z"}]}""")]
    [InlineData("""{"data":[{"id":"00000000-0000-0000-0000-00000000000a","name":"no time"}]}""")]
    [InlineData("""{"data":[{"id":"00000000-0000-0000-0000-00000000000a","created_at":"yesterday"}]}""")]
    [InlineData("""{"data":[{"id":"00000000-0000-0000-0000-00000000000a","created_at":null}]}""")]
    [InlineData("""{"data":[{"id":null,"created_at":"2026-01-01T00:00:00Z"}]}""")]
    public async Task An_answer_that_is_no_page_is_an_error_and_no_empty_list(string body)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, body));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.AllAsync(List(), TelnyxConversationResource.Read));
    }

    [Fact]
    public async Task A_provider_that_gives_the_same_full_page_whatever_is_asked_ends_as_an_error()
    {
        // It ignores where to begin, the limit and the id: the list can't be read, and may not look as if it were.
        using var server = new WireServer(request => request.Number > 60 ? Page() : Page(Row(A, Early), Row(B, Early)));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.AllAsync(List(("limit", 2)), TelnyxConversationResource.Read));
        Assert.True(server.Requests.Count < 60);
    }

    private static async Task RefusesAsync(WireServer server, string expected, params (string Name, object? Value)[] filters)
    {
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(async () =>
        {
            await foreach (var page in session.ListAsync(List(filters), TelnyxConversationResource.Read, null, CancellationToken.None))
            {
                Assert.DoesNotContain(page, row => row.ConversationId == B);
            }
        });
        Assert.Contains(expected, failure.Message);
        Assert.Equal(TelnyxConversationResource.List.Name, failure.Operation);
    }

    private static OperationRequest List(params (string Name, object? Value)[] filters) => Requests.Of(TelnyxConversationResource.List, filters);

    private static WireAnswer Page(params string[] rows) => WireAnswer.Json(200, $$"""{"data":[{{string.Join(',', rows)}}]}""");

    private static string Row(string id, string created, string tier = "basic") =>
        $$$"""{"id":"{{{id}}}","name":"Test","created_at":"{{{created}}}","last_message_at":"{{{created}}}","metadata":{"tier":"{{{tier}}}"}}""";
}
