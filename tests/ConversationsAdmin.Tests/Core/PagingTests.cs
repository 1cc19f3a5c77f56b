using System.Text.Json;
using System.Web;
using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class PagingTests
{
    private const string ListPath = $"/v1/Services/{Requests.ServiceSid}/Conversations";

    [Theory]
    [InlineData(PageTokenStyle.Cursor)]
    [InlineData(PageTokenStyle.Offset)]
    public async Task A_list_is_read_to_the_end(PageTokenStyle tokens)
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 90, PageTokens = tokens });
        using var session = Connect.To(sandbox);
        var inOnePage = await session.AllAsync(List(sandbox, 100), ConversationResource.Read);
        sandbox.Record.Clear();
        var inManyPages = await session.AllAsync(List(sandbox, 7), ConversationResource.Read);
        Assert.Equal(inOnePage.Select(item => item.ConversationSid), inManyPages.Select(item => item.ConversationSid));
        Assert.Equal((inOnePage.Count + 6) / 7, sandbox.Record.Requests.Count);
    }

    [Fact]
    public async Task The_next_page_is_fetched_from_the_lists_own_address_below_its_base_path()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 30 });
        await using var host = await SandboxHost.StartAsync([sandbox], 0, CancellationToken.None);
        using var session = Connect.To(new Uri(host.BaseAddress, "conversations"), credential: Connect.CredentialOf(sandbox));
        var all = await session.AllAsync(List(sandbox, 4), ConversationResource.Read);
        Assert.Equal(all.Count, all.DistinctBy(item => item.ConversationSid).Count());
        Assert.Equal((all.Count + 3) / 4, sandbox.Record.Requests.Count);
    }

    [Theory]
    [InlineData("https://conversations.twilio.com/v1/Services/IS00000000000000000000000000000009/Conversations?PageToken=x")]
    [InlineData("https://conversations.twilio.com/v1/Services?PageToken=x")]
    [InlineData("https://conversations.twilio.com" + ListPath + "/?PageToken=x")]
    [InlineData("https://conversations.twilio.com" + ListPath + "/" + Requests.ConversationSid + "?PageToken=x")]
    [InlineData("https://conversations.twilio.com" + ListPath + "/../../../Services?PageToken=x")]
    [InlineData("https://conversations.twilio.com/?" + ListPath)]
    [InlineData("/v1/Services?PageToken=x")]
    [InlineData("not an address")]
    public async Task A_next_page_on_another_path_is_an_error_and_is_not_asked_for(string nextPage)
    {
        using var server = WireServer.Answering(Page(nextPage));
        using var session = Connect.To(server);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.AllAsync(WireList(), ReadSid));
        Assert.Equal(ConversationResource.List.Name, failure.Operation);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_next_page_on_another_host_is_asked_of_the_lists_own_host()
    {
        using var elsewhere = WireServer.Answering(Page(null));
        using var server = WireServer.Answering(Page($"{elsewhere.Address.GetLeftPart(UriPartial.Authority)}{ListPath}?PageToken=x"), Page(null));
        using var session = Connect.To(server);
        Assert.Equal(2, (await session.AllAsync(WireList(), ReadSid)).Count);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("same")]
    [InlineData("same", "other")]
    [InlineData("first", "second", "third")]
    public async Task Pages_that_come_round_again_end_as_an_error(params string[] tokens)
    {
        // Only a reader that goes round and round sees the end after fifty pages.
        using var server = new WireServer(request => Page(request.Number > 50 ? null : NextPage(tokens[(request.Number - 1) % tokens.Length])));
        using var session = Connect.To(server);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.AllAsync(WireList(), ReadSid));
    }

    [Fact]
    public async Task Filters_survive_a_next_page_that_forgets_them()
    {
        using var server = WireServer.Answering(Page(NextPage("x")), Page(null));
        using var session = Connect.To(server);
        await session.AllAsync(WireList(("State", "closed"), ("EndDate", "2026-01-31"), ("PageSize", 20)), ReadSid);
        var second = HttpUtility.ParseQueryString(server.Requests[1].Query);
        Assert.Equal(
            ("closed", "2026-01-31T23:59:59Z", "20", "x"),
            (second["State"], second["EndDate"], second["PageSize"], second["PageToken"]));
    }

    [Fact]
    public async Task A_page_token_arrives_as_the_provider_gave_it()
    {
        using var server = WireServer.Answering(Page(NextPage("a%2Bb%2Fc%3D%3D%20%26%25")), Page(null));
        using var session = Connect.To(server);
        await session.AllAsync(WireList(), ReadSid);
        Assert.Equal("a+b/c== &%", HttpUtility.ParseQueryString(server.Requests[1].Query)["PageToken"]);
    }

    [Fact]
    public async Task Who_stops_reading_asks_for_no_further_page()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 90 });
        using var session = Connect.To(sandbox);
        await foreach (var page in session.ListAsync(List(sandbox, 5), ConversationResource.Read, null, CancellationToken.None))
        {
            Assert.Equal(5, page.Count);
            break;
        }

        Assert.Single(sandbox.Record.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"meta":{"key":"conversations"}}""")]
    [InlineData("""{"meta":{"key":null},"conversations":[]}""")]
    [InlineData("""{"meta":{"key":"conversations"},"conversations":{}}""")]
    [InlineData("""{"meta":{"key":"conversations","next_page_url":7},"conversations":[]}""")]
    [InlineData("""{"meta":{"key":"conversations"},"conversations":[{"friendly_name":"no sid"}]}""")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task An_answer_that_is_no_page_is_an_error_and_no_empty_list(string body)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, body));
        using var session = Connect.To(server);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.AllAsync(WireList(), ConversationResource.Read));
    }

    [Theory]
    [InlineData(PageTokenStyle.Cursor)]
    [InlineData(PageTokenStyle.Offset)]
    public async Task Removing_after_listing_leaves_nothing(PageTokenStyle tokens)
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 120, PageTokens = tokens });
        using var session = Connect.To(sandbox);
        var closed = await session.AllAsync(List(sandbox, 7, ("State", "closed")), ConversationResource.Read);
        Assert.True(closed.Count > 14);
        var remover = new Remover();
        foreach (var item in closed)
        {
            var target = Removals.Conversation(item.ServiceSid, item.ConversationSid);
            Assert.Equal(RemovalStatus.Removed, (await remover.RemoveAsync(session, target, null, CancellationToken.None)).Status);
        }

        Assert.Empty(await session.AllAsync(List(sandbox, 7, ("State", "closed")), ConversationResource.Read));
    }

    private static string NextPage(string token) => $"https://conversations.twilio.com{ListPath}?PageToken={token}";

    private static WireAnswer Page(string? nextPage) => WireAnswer.Json(
        200,
        $$"""{"meta":{"key":"conversations","next_page_url":{{JsonSerializer.Serialize(nextPage)}}},"conversations":[{"sid":"CH1"}]}""");

    private static string ReadSid(JsonElement row, ResourceOrigin origin) => row.GetProperty("sid").GetString()!;

    private static OperationRequest WireList(params (string Name, object? Value)[] filters) =>
        Requests.Of(ConversationResource.List, [("ChatServiceSid", Requests.ServiceSid), .. filters]);

    private static OperationRequest List(TwilioSandbox sandbox, int pageSize, params (string Name, object? Value)[] filters) =>
        Requests.Of(ConversationResource.List, [("ChatServiceSid", sandbox.DefaultServiceSid), ("PageSize", pageSize), .. filters]);
}
