using System.Text.Json;
using System.Web;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class SunshineListTests
{
    private const string Cursor = "5d8c0000000000000000000a";

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task A_list_is_read_to_the_end(int? pageSize)
    {
        var sandbox = new SunshineSandbox(new SandboxOptions { Conversations = 3000 });
        using var session = ProviderSessions.To(sandbox);
        var all = await session.AllAsync(ListOf(sandbox, 100), SunshineConversationResource.Read);
        Assert.True(all.Count > 100);
        sandbox.Record.Clear();
        var again = await session.AllAsync(ListOf(sandbox, pageSize), SunshineConversationResource.Read);
        Assert.Equal(all.Select(item => item.ConversationId), again.Select(item => item.ConversationId));
        Assert.Equal(all.Count, again.DistinctBy(item => item.ConversationId).Count());
        Assert.True(sandbox.Record.Requests.Count >= (all.Count + 99) / 100);
    }

    [Fact]
    public async Task What_is_removed_meanwhile_hides_nothing_else()
    {
        var sandbox = new SunshineSandbox(new SandboxOptions { Conversations = 1000 });
        using var session = ProviderSessions.To(sandbox);
        var before = await session.AllAsync(ListOf(sandbox, 100), SunshineConversationResource.Read);
        var seen = new List<string>();
        var removed = new List<string>();
        await foreach (var page in session.ListAsync(ListOf(sandbox, 5), SunshineConversationResource.Read, null, CancellationToken.None))
        {
            seen.AddRange(page.Select(item => item.ConversationId));
            var first = page.FirstOrDefault(item => item.IsDefault != true && item.ConversationId != page[^1].ConversationId);
            if (first is not null)
            {
                await session.SendAsync(
                    SunshineConversationResource.Delete, ("appId", sandbox.AppId), ("conversationId", first.ConversationId));
                removed.Add(first.ConversationId);
            }
        }

        Assert.NotEmpty(removed);
        Assert.Equal(before.Select(item => item.ConversationId), seen);
    }

    [Fact]
    public async Task The_cursor_and_the_filter_go_with_every_page()
    {
        using var server = WireServer.Answering(Page(hasMore: true, Cursor), Page(hasMore: false, null));
        using var session = ProviderSessions.To(Api.Sunshine, server.Address);
        await session.AllAsync(WireList(("filter[userExternalId]", "shop/1+2@example.com")), SunshineConversationResource.Read);
        Assert.Equal([null, Cursor], server.Requests.Select(request => HttpUtility.ParseQueryString(request.Query)["page[after]"]));
        Assert.All(
            server.Requests,
            request => Assert.Equal("shop/1+2@example.com", HttpUtility.ParseQueryString(request.Query)["filter[userExternalId]"]));
    }

    [Fact]
    public async Task More_without_a_cursor_is_an_error_and_nothing_of_the_page_is_given()
    {
        using var server = WireServer.Answering(Page(hasMore: true, null));
        await RefusesAsync(server, "not where");
    }

    [Fact]
    public async Task A_cursor_that_came_before_is_an_error()
    {
        using var server = new WireServer(request => Page(hasMore: request.Number < 50, Cursor));
        await RefusesAsync(server, "never end");
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"conversations":[]}""")]
    [InlineData("""{"conversations":[],"meta":{}}""")]
    [InlineData("""{"conversations":null,"meta":{"hasMore":false}}""")]
    [InlineData("""{"conversations":[],"meta":{"hasMore":"no"}}""")]
    [InlineData("""{"conversations":[{"type":"personal"}],"meta":{"hasMore":false}}""")]
    public async Task An_answer_that_is_no_page_is_an_error_and_no_empty_list(string body)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, body));
        await RefusesAsync(server, "ListConversations");
    }

    [Fact]
    public void Exactly_one_user_is_asked_for()
    {
        Assert.Throws<RequestArgumentException>(() => WireList());
        Assert.Throws<RequestArgumentException>(() => WireList(("filter[userId]", "a"), ("filter[userExternalId]", "b")));
    }

    private static async Task RefusesAsync(WireServer server, string expected)
    {
        using var session = ProviderSessions.To(Api.Sunshine, server.Address);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => session.AllAsync(WireList(("filter[userId]", "a")), SunshineConversationResource.Read));
        Assert.Contains(expected, failure.Message);
    }

    private static OperationRequest ListOf(SunshineSandbox sandbox, int? pageSize) => Requests.Of(
        SunshineConversationResource.List,
        [
            ("appId", sandbox.AppId), ("filter[userId]", sandbox.SampleUserId),
            .. pageSize is { } size ? [("page[size]", (object?)size)] : Array.Empty<(string, object?)>(),
        ]);

    private static OperationRequest WireList(params (string Name, object? Value)[] filters) =>
        Requests.Of(SunshineConversationResource.List, [("appId", ProviderSessions.AppId), .. filters]);

    private static WireAnswer Page(bool hasMore, string? cursor) => WireAnswer.Json(
        200,
        JsonSerializer.Serialize(new
        {
            conversations = Array.Empty<object>(),
            meta = cursor is null ? (object)new { hasMore } : new { hasMore, afterCursor = cursor },
        }));
}
