using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>What is said of a creation whose answer never came: the next one must not make it a second time.</summary>
public sealed class LostCreationTests
{
    [Fact]
    public async Task The_key_that_was_sent_is_told_so_that_it_can_be_given_again()
    {
        using var server = new WireServer(_ => WireAnswer.Reset);
        var failure = await FailureAsync(server, Api.Telnyx);
        var key = server.Requests[0].Headers["Idempotency-Key"];
        Assert.All(server.Requests, request => Assert.Equal(key, request.Headers["Idempotency-Key"]));
        Assert.Contains($"-IdempotencyKey {key}", failure.Message);
        Assert.Contains("Whether it acted is not known.", failure.Message);
        Assert.DoesNotContain("look before you repeat it", failure.Message);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(409)]
    public async Task The_key_is_told_of_what_was_answered_and_may_have_acted(int status)
    {
        using var server = new WireServer(_ => WireAnswer.Json(status, """{"errors":[{"code":"10007","title":"down"}]}"""));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var failure = await Assert.ThrowsAsync<ProviderResponseException>(
            () => session.Client.SendAsync(ProviderSessions.RequestOf(Api.Telnyx, "POST"), null, CancellationToken.None));
        Assert.Contains($"-IdempotencyKey {server.Requests[0].Headers["Idempotency-Key"]}", failure.Message);
        Assert.DoesNotContain("try again later", failure.Message);
    }

    [Fact]
    public async Task The_key_is_told_of_a_success_that_can_not_be_read()
    {
        using var server = new WireServer(_ => WireAnswer.Text(200, "text/html", "<html>welcome</html>"));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => session.SendAsync(ProviderSessions.RequestOf(Api.Telnyx, "POST"), TelnyxConversationResource.Read, null, CancellationToken.None));
        Assert.Contains($"-IdempotencyKey {server.Requests[0].Headers["Idempotency-Key"]}", failure.Message);
    }

    [Theory]
    [InlineData(Api.TwilioProxy, 504)]
    [InlineData(Api.Sunshine, 500)]
    public async Task A_gateway_that_gave_up_says_nothing_of_what_was_done(Api api, int status)
    {
        using var server = new WireServer(_ => WireAnswer.Json(status, "{}"));
        using var session = ProviderSessions.To(api, server.Address);
        var failure = await Assert.ThrowsAsync<ProviderResponseException>(
            () => session.Client.SendAsync(ProviderSessions.RequestOf(api, "POST"), null, CancellationToken.None));
        Assert.Contains("look before you repeat it", failure.Message);
        Assert.DoesNotContain("try again later", failure.Message);
    }

    [Theory]
    [InlineData(Api.TwilioProxy)]
    [InlineData(Api.Sunshine)]
    public async Task Without_a_key_the_only_way_is_to_look(Api api)
    {
        using var server = new WireServer(_ => WireAnswer.Reset);
        var failure = await FailureAsync(server, api);
        Assert.Single(server.Requests);
        Assert.Contains("look before you repeat it", failure.Message);
        Assert.DoesNotContain("Run the same command again", failure.Message);
    }

    [Fact]
    public async Task A_redirect_of_the_second_attempt_says_nothing_of_the_first()
    {
        using var server = new WireServer(request => request.Number == 1 ? WireAnswer.Reset : WireAnswer.Empty(302, "Location: /elsewhere"));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => session.Client.SendAsync(ProviderSessions.RequestOf(Api.Telnyx, "POST"), null, CancellationToken.None));
        Assert.Contains("Whether it acted is not known.", failure.Message);
        Assert.Contains($"-IdempotencyKey {server.Requests[0].Headers["Idempotency-Key"]}", failure.Message);
    }

    private static async Task<ProviderConnectionException> FailureAsync(WireServer server, Api api)
    {
        using var session = ProviderSessions.To(api, server.Address);
        return await Assert.ThrowsAsync<ProviderConnectionException>(
            () => session.Client.SendAsync(ProviderSessions.RequestOf(api, "POST"), null, CancellationToken.None));
    }
}
