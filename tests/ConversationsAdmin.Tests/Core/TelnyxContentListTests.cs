using System.Text.Json;
using System.Web;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Messages, whose pages have numbers, and insights, whose answer counts pages that nobody can ask for.</summary>
public sealed class TelnyxContentListTests
{
    [Fact]
    public async Task Messages_are_read_page_by_page_by_number()
    {
        using var server = WireServer.Answering(Page(1, 3, "a", "b"), Page(2, 3, "c"), Page(3, 3, "d"));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var all = await session.AllAsync(Of(TelnyxConversationMessageResource.List, ("page[size]", 2)), TelnyxConversationMessageResource.Read);
        Assert.Equal(["a", "b", "c", "d"], all.Select(message => message.Text));
        Assert.Equal([null, "2", "3"], server.Requests.Select(request => HttpUtility.ParseQueryString(request.Query)["page[number]"]));
        Assert.All(server.Requests, request => Assert.Equal("2", HttpUtility.ParseQueryString(request.Query)["page[size]"]));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(0, 1)]
    public async Task Another_page_than_was_asked_for_is_an_error(int number, int pages)
    {
        using var server = WireServer.Answering(Page(number, pages, "a"));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var (rows, failure) = await ReadAsync(session, Of(TelnyxConversationMessageResource.List));
        Assert.Empty(rows);
        Assert.Contains($"gave page {number} where page 1", failure?.Message);
    }

    [Fact]
    public async Task The_same_page_again_is_an_error_and_is_not_given_twice()
    {
        using var server = WireServer.Answering(Page(1, 2, "a"));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var (rows, failure) = await ReadAsync(session, Of(TelnyxConversationMessageResource.List));
        Assert.Equal(["a"], rows);
        Assert.NotNull(failure);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Insights_on_a_second_page_are_an_error_after_the_first()
    {
        using var server = WireServer.Answering(Page(1, 2, "a", "b"));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var (rows, failure) = await ReadAsync(session, Of(TelnyxConversationInsightResource.List));
        Assert.Equal(["a", "b"], rows);
        Assert.Contains("there is a page 2", failure?.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Insights_on_one_page_are_all(int pages)
    {
        using var server = WireServer.Answering(Page(1, pages, "a"));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var (rows, failure) = await ReadAsync(session, Of(TelnyxConversationInsightResource.List));
        Assert.Equal(["a"], rows);
        Assert.Null(failure);
        Assert.Equal("", server.Requests[0].Query);
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[],"meta":{}}""")]
    [InlineData("""{"data":[],"meta":{"page_number":"1","total_pages":1}}""")]
    [InlineData("""{"meta":{"page_number":1,"total_pages":1}}""")]
    public async Task An_answer_that_is_no_page_is_an_error_and_no_empty_list(string body)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, body));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        foreach (var list in new[] { TelnyxConversationMessageResource.List, TelnyxConversationInsightResource.List })
        {
            Assert.NotNull((await ReadAsync(session, Of(list))).Failure);
        }
    }

    private static async Task<(List<string> Rows, UnexpectedResponseException? Failure)> ReadAsync(ProviderSession session, OperationRequest list)
    {
        var rows = new List<string>();
        try
        {
            await foreach (var page in session.ListAsync(list, (row, _) => row.GetProperty("text").GetString()!, null, CancellationToken.None))
            {
                rows.AddRange(page);
            }

            return (rows, null);
        }
        catch (UnexpectedResponseException failure)
        {
            return (rows, failure);
        }
    }

    private static OperationRequest Of(Operation list, params (string Name, object? Value)[] values) =>
        Requests.Of(list, [("conversation_id", ProviderSessions.TelnyxConversationId), .. values]);

    private static WireAnswer Page(int number, int pages, params string[] texts) => WireAnswer.Json(
        200,
        JsonSerializer.Serialize(new
        {
            data = texts.Select(text => new { role = "user", text }),
            meta = new { page_number = number, total_pages = pages },
        }));
}
