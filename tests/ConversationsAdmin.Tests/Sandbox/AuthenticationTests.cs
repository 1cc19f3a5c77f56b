using System.Net;
using System.Text.RegularExpressions;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class AuthenticationTests
{
    [Fact]
    public async Task The_auth_token_and_the_api_key_open_the_account()
    {
        using var client = SandboxClient.Empty();
        (await client.Get("/v1/Services")).Expect(HttpStatusCode.OK);
        client.Authenticate(client.Server.ApiKeySid, client.Server.ApiKeySecret);
        (await client.Get("/v1/Services")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Mixed_up_credentials_are_refused()
    {
        using var client = SandboxClient.Empty();
        client.Authenticate(client.Server.ApiKeySid, client.Server.AuthToken);
        (await client.Get("/v1/Services")).Refused(401, 20003);
    }

    [Fact]
    public async Task A_refusal_has_the_shape_of_every_error()
    {
        using var client = SandboxClient.Empty();
        client.DropCredentials();
        var refusal = (await client.Get("/v1/Services")).Refused(401, 20003);
        Assert.Equal(["code", "message", "more_info", "status"], refusal.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("https://www.twilio.com/docs/errors/20003", refusal.Text("more_info"));
        Assert.Equal(401, refusal.Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(refusal.Message);
    }

    [Fact]
    public async Task Every_answer_can_be_told_apart_by_its_request_id()
    {
        using var client = SandboxClient.Empty();
        var first = await client.Get("/v1/Services");
        var second = await client.Get("/v1/Nothing");
        Assert.Matches(new Regex("^RQ[0-9a-f]{32}$"), first.Headers["Twilio-Request-Id"]);
        Assert.NotEqual(first.Headers["Twilio-Request-Id"], second.Headers["Twilio-Request-Id"]);
        Assert.Equal("1", first.Headers["Twilio-Concurrent-Requests"]);
        Assert.True(first.Headers.ContainsKey("Twilio-Request-Duration"));
    }

    [Fact]
    public void Credentials_come_from_the_seed()
    {
        var options = new SandboxOptions { Conversations = 0, Seed = 7 };
        var (one, same, other) = (new TwilioSandbox(options), new TwilioSandbox(options), new TwilioSandbox(options with { Seed = 8 }));
        Assert.Equal((one.AccountSid, one.AuthToken), (same.AccountSid, same.AuthToken));
        Assert.NotEqual(one.AuthToken, other.AuthToken);
        Assert.Matches("^AC[0-9a-f]{32}$", one.AccountSid);
        Assert.Matches("^SK[0-9a-f]{32}$", one.ApiKeySid);
        Assert.Matches("^[0-9a-f]{32}$", one.AuthToken);
    }
}
