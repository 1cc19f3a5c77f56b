using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Whether a connection can be used is asked without changing anything: of what can't exist, so that nothing is shown either.</summary>
public sealed class ProbeTests
{
    private const string TelnyxGone = """{"detail":"Conversation Not Found"}""";

    [Fact]
    public async Task Telnyx_is_asked_once_for_a_conversation_that_cannot_exist()
    {
        using var server = WireServer.Answering(WireAnswer.Json(404, TelnyxGone));
        Assert.True(await ProbeAsync(Api.Telnyx, server));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("GET", $"/v2/ai/conversations/{Guid.Empty}"), (request.Method, request.Target));
    }

    [Theory]
    [InlineData(Api.Telnyx, "<html>Sign in</html>")]
    [InlineData(Api.Telnyx, "{}")]
    [InlineData(Api.Sunshine, "<html>Sign in</html>")]
    [InlineData(Api.TwilioConversations, "<html>Sign in</html>")]
    [InlineData(Api.TwilioConversations, "{}")]
    public async Task A_success_for_what_cannot_exist_is_of_something_else(Api api, string body)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, body));
        Assert.Contains("BaseUri", (await Assert.ThrowsAsync<UnexpectedResponseException>(() => ProbeAsync(api, server))).Message);
    }

    [Fact]
    public async Task A_404_that_knows_of_no_conversation_is_of_another_address()
    {
        using var server = WireServer.Answering(WireAnswer.Json(404, """{"detail":"Not Found"}"""));
        Assert.Contains("BaseUri", (await Assert.ThrowsAsync<ProviderResponseException>(() => ProbeAsync(Api.Telnyx, server))).Message);
    }

    [Fact]
    public async Task Sunshine_is_asked_once_for_a_conversation_that_cannot_exist()
    {
        using var server = WireServer.Answering(NotFound("conversation_not_found"));
        Assert.True(await ProbeAsync(Api.Sunshine, server));
        var request = Assert.Single(server.Requests);
        Assert.Equal(
            ("GET", $"/v2/apps/{ProviderSessions.AppId}/conversations/{new string('0', 24)}"), (request.Method, request.Target));
    }

    [Theory]
    [InlineData("app_not_found")]
    [InlineData("not_found")]
    public async Task Sunshine_without_the_app_cannot_be_used(string code)
    {
        using var server = WireServer.Answering(NotFound(code));
        var failure = await Assert.ThrowsAsync<ProviderResponseException>(() => ProbeAsync(Api.Sunshine, server));
        Assert.Equal($"Sunshine.{code}", failure.ErrorId);
    }

    [Theory]
    [InlineData(Api.Telnyx, 401)]
    [InlineData(Api.Telnyx, 403)]
    [InlineData(Api.Sunshine, 401)]
    [InlineData(Api.Sunshine, 403)]
    public async Task Credentials_that_are_refused_cannot_be_used(Api api, int status)
    {
        using var server = WireServer.Answering(WireAnswer.Empty(status));
        var failure = await Assert.ThrowsAsync<ProviderResponseException>(() => ProbeAsync(api, server));
        Assert.Equal(status, failure.StatusCode);
    }

    [Theory]
    [InlineData(Api.Telnyx)]
    [InlineData(Api.Sunshine)]
    public async Task An_address_of_somebody_else_cannot_be_used(Api api)
    {
        using var server = WireServer.Answering(WireAnswer.Text(404, "text/html", "<html><h1>Not Found</h1></html>"));
        await Assert.ThrowsAsync<ProviderResponseException>(() => ProbeAsync(api, server));
    }

    private static Task<bool> ProbeAsync(Api api, WireServer server) =>
        ConnectionProbe.RunAsync(ProviderSessions.Open(api, server.Address), null, CancellationToken.None);

    private static WireAnswer NotFound(string code) => WireAnswer.Json(404, $$"""{"errors":[{"code":"{{code}}","title":"Not there"}]}""");
}
