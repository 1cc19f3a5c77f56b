using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class ErrorTests
{
    private readonly TwilioSandbox sandbox = new(new SandboxOptions { Conversations = 0 });

    [Fact]
    public async Task What_does_not_exist_is_20404()
    {
        var failure = await RefusedAsync(ConversationResource.Fetch, ("Sid", Requests.ConversationSid));
        Assert.Equal((404, "20404", "Twilio.20404", true), (failure.StatusCode, failure.ErrorCode, failure.ErrorId, failure.IsNotFound));
        Assert.Equal("FetchServiceConversation", failure.Operation);
        Assert.Matches("^RQ[0-9a-f]{32}$", failure.RequestId);
        Assert.Equal("https://www.twilio.com/docs/errors/20404", failure.MoreInfo?.AbsoluteUri);
        Assert.Contains(Requests.ConversationSid, failure.ProviderMessage);
        Assert.Contains(failure.ProviderMessage!.TrimEnd('.'), failure.Message);
        Assert.EndsWith(failure.Advice!, failure.Message);
    }

    [Fact]
    public async Task Wrong_credentials_are_20003()
    {
        await using var host = await SandboxHost.StartAsync([sandbox], 0, CancellationToken.None);
        using var session = Connect.To(
            new Uri(host.BaseAddress, "conversations"), credential: new TwilioCredential(sandbox.AccountSid, Connect.Secret, null));
        var failure = await Assert.ThrowsAsync<ProviderResponseException>(() => session.SendAsync(ServiceResource.List));
        Assert.Equal((401, "Twilio.20003", true), (failure.StatusCode, failure.ErrorId, failure.IsAuthenticationFailure));
        Assert.Contains("token", failure.Advice);
        Assert.DoesNotContain(Connect.Secret, failure.ToString());
    }

    [Fact]
    public async Task A_unique_name_that_is_taken_is_50353()
    {
        using var session = Connect.To(sandbox);
        await session.CreateConversationAsync(sandbox, ("UniqueName", "order-66"));
        var failure = await RefusedAsync(ConversationResource.Create, ("UniqueName", "order-66"));
        Assert.Equal((409, "Twilio.50353"), (failure.StatusCode, failure.ErrorId));
        Assert.Contains("Choose another unique name", failure.Message);
    }

    [Fact]
    public async Task An_address_pair_in_use_is_50416_and_names_the_conversation_that_has_it()
    {
        using var session = Connect.To(sandbox);
        (string, object?)[] pair = [("MessagingBinding.Address", "+15558675310"), ("MessagingBinding.ProxyAddress", "+15017122661")];
        var holder = await session.CreateConversationAsync(sandbox);
        var other = await session.CreateConversationAsync(sandbox);
        await session.SendAsync(
            ParticipantResource.Create, [("ChatServiceSid", sandbox.DefaultServiceSid), ("ConversationSid", holder.ConversationSid), .. pair]);
        var failure = await RefusedAsync(ParticipantResource.Create, [("ConversationSid", other.ConversationSid), .. pair]);
        Assert.Equal((409, "Twilio.50416"), (failure.StatusCode, failure.ErrorId));
        Assert.Contains(holder.ConversationSid, failure.Message);
    }

    [Fact]
    public async Task An_identity_that_takes_part_already_is_50433()
    {
        using var session = Connect.To(sandbox);
        var conversation = await session.CreateConversationAsync(sandbox);
        (string, object?)[] ada = [("ConversationSid", conversation.ConversationSid), ("Identity", "ada")];
        await session.SendAsync(ParticipantResource.Create, [("ChatServiceSid", sandbox.DefaultServiceSid), .. ada]);
        Assert.Equal("Twilio.50433", (await RefusedAsync(ParticipantResource.Create, ada)).ErrorId);
    }

    [Fact]
    public async Task Changing_a_closed_conversation_is_50377()
    {
        using var session = Connect.To(sandbox);
        var conversation = await session.CreateConversationAsync(sandbox);
        (string, object?)[] close = [("Sid", conversation.ConversationSid), ("State", "closed")];
        await session.SendAsync(ConversationResource.Update, [("ChatServiceSid", sandbox.DefaultServiceSid), .. close]);
        var failure = await RefusedAsync(ConversationResource.Update, close);
        Assert.Equal("Twilio.50377", failure.ErrorId);
        Assert.Contains("stays closed", failure.Message);
    }

    [Theory]
    [InlineData("text/html", "<html><h1>Bad Gateway</h1></html>")]
    [InlineData("application/json", "")]
    [InlineData("application/json", "[1,2]")]
    [InlineData("application/json", "\"oops\"")]
    [InlineData("application/json", "{\"code\":{},\"message\":[1],\"more_info\":\"not an address\"}")]
    public async Task An_error_that_explains_nothing_still_tells_its_status(string type, string body)
    {
        using var server = WireServer.Answering(WireAnswer.Text(502, type, body, "X-Request-Id: gateway-7"));
        using var session = Connect.To(server);
        var failure = await Assert.ThrowsAsync<ProviderResponseException>(() => session.SendAsync(Requests.ForMethod("POST")));
        Assert.Equal((502, null, "Twilio.502", "gateway-7"), (failure.StatusCode, failure.ErrorCode, failure.ErrorId, failure.RequestId));
        Assert.Null(failure.MoreInfo);
        Assert.Contains("502", failure.Message);
        Assert.Contains("look before you repeat it", failure.Message);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_lost_connection_and_no_success()
    {
        using var server = WireServer.Answering(WireAnswer.Truncated(201, """{"sid":"CH"""));
        using var session = Connect.To(server);
        var failure = await Assert.ThrowsAsync<ProviderConnectionException>(() => session.SendAsync(Requests.ForMethod("POST")));
        Assert.Equal(("ConnectionLost", false, 1), (failure.ErrorId, failure.NeverSent, failure.Attempts));
        Assert.Contains("Whether it acted is not known", failure.Message);
    }

    [Theory]
    [InlineData("<html>Welcome to the hotel</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"friendly_name":"no sid"}""")]
    [InlineData("""{"sid":"CH00000000000000000000000000000002","chat_service_sid":"IS0""")]
    public async Task Success_with_rubbish_is_an_unexpected_response(string body)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, body));
        using var session = Connect.To(server);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(() =>
            session.SendAsync(Requests.ForMethod("POST"), ConversationResource.Read, null, CancellationToken.None));
        Assert.Equal("UnexpectedResponse", failure.ErrorId);
        Assert.Contains("look before you repeat it", failure.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task No_answer_in_time_is_a_timeout()
    {
        using var server = WireServer.Answering(WireAnswer.Silence);
        using var session = Connect.To(server, Connect.Quick with { MaxFailed = 1 }, TimeSpan.FromSeconds(0.5));
        var failure = await Assert.ThrowsAsync<ProviderTimeoutException>(() => session.SendAsync(Requests.ForMethod("GET")));
        Assert.Equal(("Timeout", 2, "FetchServiceConversation"), (failure.ErrorId, failure.Attempts, failure.Operation));
        Assert.DoesNotContain("Whether it acted", failure.Message);
    }

    [Fact]
    public async Task A_host_that_nobody_listens_on_was_never_sent_anything()
    {
        using var session = Connect.To(new Uri($"http://127.0.0.1:{WireServer.UnusedPort()}"), Connect.Quick with { MaxFailed = 2 });
        var failure = await Assert.ThrowsAsync<ProviderConnectionException>(() => session.SendAsync(Requests.ForMethod("POST")));
        Assert.Equal(("NotConnected", true, 3), (failure.ErrorId, failure.NeverSent, failure.Attempts));
        Assert.Contains("could not be reached", failure.Message);
    }

    [Fact]
    public async Task No_error_shows_the_credentials()
    {
        using var server = WireServer.Answering(WireAnswer.Empty(500), WireAnswer.Reset, WireAnswer.Silence);
        using var session = Connect.To(server, Connect.Quick with { MaxFailed = 0 }, TimeSpan.FromSeconds(0.5));
        var asSent = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Connect.AccountSid}:{Connect.Secret}"));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var failure = await Assert.ThrowsAnyAsync<ProviderException>(() => session.SendAsync(Requests.ForMethod("GET")));
            Assert.DoesNotContain(Connect.Secret, failure.ToString());
            Assert.DoesNotContain(asSent, failure.ToString());
        }

        Assert.Contains(asSent, server.Requests[0].Headers["Authorization"]);
    }

    private async Task<ProviderResponseException> RefusedAsync(Operation operation, params (string Name, object? Value)[] values)
    {
        using var session = Connect.To(sandbox);
        return await Assert.ThrowsAsync<ProviderResponseException>(
            () => session.SendAsync(operation, [("ChatServiceSid", sandbox.DefaultServiceSid), .. values]));
    }
}
