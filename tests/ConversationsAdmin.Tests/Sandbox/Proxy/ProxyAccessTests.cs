using System.Net;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Proxy;

public class ProxyAccessTests
{
    [Fact]
    public async Task The_credentials_are_those_of_the_account()
    {
        var server = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var client = new ProxyClient(server);
        client.Http.Authenticate(server.ApiKeySid, server.ApiKeySecret);
        (await client.Http.Get(client.Sessions)).Expect(HttpStatusCode.OK);
        client.Http.Authenticate(server.AccountSid, server.ApiKeySecret);
        (await client.Http.Get(client.Sessions)).Refused(401, 20003);
        client.Http.DropCredentials();
        Assert.StartsWith("Basic ", (await client.Create()).Refused(401, 20003).Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task Another_service_is_not_there()
    {
        using var client = ProxyClient.Empty();
        var other = $"/v1/Services/KS{new string('0', 32)}/Sessions";
        (await client.Http.Get(other)).Refused(404, 20404);
        (await client.Http.Post(other)).Refused(404, 20404);
        (await client.Http.Get($"{other}/{await client.New()}")).Refused(404, 20404);
    }

    [Fact]
    public async Task Each_host_has_its_own_paths()
    {
        var server = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var conversations = new SandboxClient(server);
        using var client = new ProxyClient(server);
        (await conversations.Get(client.Sessions)).Refused(404, 20404);
        (await client.Http.Get(conversations.Conversations)).Refused(404, 20404);
        (await client.Http.Get(client.One(await client.New()) + "/Messages")).Refused(404, 20404);
    }

    [Fact]
    public async Task Another_method_is_told_which_there_are()
    {
        using var client = ProxyClient.Empty();
        Assert.Equal("GET,POST", (await client.Http.Delete(client.Sessions)).Refused(405, 20004).Headers["Allow"]);
        (await client.Http.Send(new HttpRequestMessage(HttpMethod.Put, client.One(await client.New())))).Refused(405, 20004);
    }

    [Fact]
    public async Task Writes_have_a_budget_and_reads_have_none()
    {
        using var client = ProxyClient.Empty(new SandboxOptions { WriteLimitPerSecond = 2 }, new ManualTime());
        var sid = await client.New();
        await client.Update(sid, ("Ttl", "1"));
        (await client.Delete(sid)).Refused(429, 20429);
        (await client.Get(sid)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("80308", 404)]
    [InlineData("80604", 400)]
    [InlineData("80623", 409)]
    [InlineData("80904", 400)]
    public async Task A_planned_refusal_has_the_status_of_its_code(string code, int status)
    {
        using var client = ProxyClient.Empty(new SandboxOptions { FailWith = code });
        (await client.Create()).Refused(status, int.Parse(code));
    }
}
