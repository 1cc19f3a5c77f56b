using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Sunshine;
using ConversationsAdmin.Telnyx;
using ConversationsAdmin.Tests.Core.Wire;
using ConversationsAdmin.Twilio;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>A 404 is said of what is gone, and of what is looked for in a wrong place. Only the first may pass for a removal.</summary>
public sealed class ProviderRemovalTests
{
    private const string TelnyxGone = """{"detail":"Conversation Not Found"}""";
    private const string NoSuchPath = """{"detail":"Not Found"}""";

    [Fact]
    public async Task A_telnyx_conversation_is_already_gone_where_the_list_answers()
    {
        using var server = new WireServer(request => request.Method == "DELETE" ? WireAnswer.Json(404, TelnyxGone) : WireAnswer.Json(200, """{"data":[]}"""));
        var outcome = await RemoveAsync(Api.Telnyx, server);
        Assert.Equal(RemovalStatus.AlreadyGone, outcome.Status);
        Assert.Equal("limit=1", server.Requests[^1].Query);
    }

    [Fact]
    public async Task An_address_that_knows_no_path_leaves_a_telnyx_conversation_failed()
    {
        using var server = WireServer.Answering(WireAnswer.Json(404, NoSuchPath));
        var outcome = await RemoveAsync(Api.Telnyx, server);
        Assert.Equal((RemovalStatus.Failed, "Telnyx.404"), (outcome.Status, outcome.Error?.ErrorId));
        Assert.Contains("Check the address of the connection", outcome.Message);
        Assert.Equal(["DELETE", "GET"], server.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(Api.TwilioProxy)]
    [InlineData(Api.Telnyx)]
    [InlineData(Api.Sunshine)]
    public async Task A_page_of_somebody_else_is_never_already_gone(Api api)
    {
        using var server = WireServer.Answering(WireAnswer.Text(404, "text/html", "<html><h1>Not Found</h1></html>"));
        var outcome = await RemoveAsync(api, server);
        Assert.Equal((RemovalStatus.Failed, $"{(api == Api.TwilioProxy ? Provider.Twilio : api.ToString())}.404"), (outcome.Status, outcome.Error?.ErrorId));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(Api.TwilioProxy, """{"code":20404,"message":"not found","status":404}""")]
    [InlineData(Api.Telnyx, TelnyxGone)]
    public async Task What_it_belongs_to_must_answer_in_the_providers_words(Api api, string gone)
    {
        using var server = new WireServer(
            request => request.Method == "DELETE" ? WireAnswer.Json(404, gone) : WireAnswer.Text(404, "text/html", "<html>"));
        Assert.Equal(RemovalStatus.Failed, (await RemoveAsync(api, server)).Status);
    }

    [Theory]
    [InlineData("conversation_not_found", RemovalStatus.AlreadyGone)]
    [InlineData("app_not_found", RemovalStatus.Failed)]
    [InlineData("user_not_found", RemovalStatus.Failed)]
    [InlineData("not_found", RemovalStatus.Failed)]
    public async Task Sunshine_says_itself_what_it_did_not_find(string code, RemovalStatus expected)
    {
        using var server = WireServer.Answering(WireAnswer.Json(404, $$"""{"errors":[{"code":"{{code}}","title":"Not there"}]}"""));
        var outcome = await RemoveAsync(Api.Sunshine, server);
        Assert.Equal(expected, outcome.Status);
        Assert.Equal(expected == RemovalStatus.Failed ? $"Sunshine.{code}" : null, outcome.Error?.ErrorId);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_session_is_already_gone_only_from_a_service_whose_list_answers()
    {
        var gone = WireAnswer.Json(404, """{"code":20404,"message":"not found","status":404}""");
        using var server = new WireServer(
            request => request.Method == "DELETE" ? gone : WireAnswer.Json(200, """{"meta":{"key":"sessions","next_page_url":null},"sessions":[]}"""));
        Assert.Equal(RemovalStatus.AlreadyGone, (await RemoveAsync(Api.TwilioProxy, server)).Status);
        using var nothing = WireServer.Answering(gone);
        var outcome = await RemoveAsync(Api.TwilioProxy, nothing);
        Assert.Equal(RemovalStatus.Failed, outcome.Status);
        Assert.Contains(ProviderSessions.ProxyServiceSid, outcome.Message);
    }

    [Theory]
    [InlineData(Api.TwilioProxy)]
    [InlineData(Api.Telnyx)]
    [InlineData(Api.Sunshine)]
    public async Task Any_success_with_any_body_is_removed(Api api)
    {
        foreach (var answer in new[] { WireAnswer.Json(200, "{}"), WireAnswer.Json(200, ""), WireAnswer.Json(202, "null"), WireAnswer.Json(204, "") })
        {
            using var server = WireServer.Answering(answer);
            Assert.Equal(RemovalStatus.Removed, (await RemoveAsync(api, server)).Status);
        }
    }

    private static async Task<RemovalOutcome> RemoveAsync(Api api, WireServer server)
    {
        using var session = ProviderSessions.To(api, server.Address);
        return await new Remover().RemoveAsync(session, Target(api), null, CancellationToken.None);
    }

    private static RemovalTarget Target(Api api) => api switch
    {
        Api.TwilioProxy => Core(ProxySession.TypeName, ("ProxyServiceSid", ProviderSessions.ProxyServiceSid), ("SessionSid", ProviderSessions.SessionSid)),
        Api.Telnyx => Core(TelnyxConversation.TypeName, ("ConversationId", ProviderSessions.TelnyxConversationId)),
        _ => Core(SunshineConversation.TypeName, ("AppId", ProviderSessions.AppId), ("ConversationId", ProviderSessions.SunshineConversationId)),
    };

    private static RemovalTarget Core(string resourceType, params (string, object?)[] address) =>
        ConversationsAdmin.Core.Removal.Removals.Target(resourceType, accountSid: null, new ResourceAddress(address));
}
