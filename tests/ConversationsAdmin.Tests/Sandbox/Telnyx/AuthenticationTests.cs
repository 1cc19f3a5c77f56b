using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public class AuthenticationTests
{
    [Fact]
    public async Task The_key_of_the_account_opens_it_and_the_seed_makes_the_key()
    {
        var server = new TelnyxSandbox(new SandboxOptions { Seed = 5 });
        Assert.Equal(server.ApiKey, new TelnyxSandbox(new SandboxOptions { Seed = 5 }).ApiKey);
        Assert.NotEqual(server.ApiKey, new TelnyxSandbox(new SandboxOptions { Seed = 6 }).ApiKey);
        using var client = new TelnyxClient(server);
        (await client.List()).Expect(200);
        client.Authorize("bearer", server.ApiKey);
        (await client.List()).Expect(200);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Bearer", null)]
    [InlineData("Bearer", "KEY0")]
    public async Task Without_it_even_the_path_is_not_looked_at(string? scheme, string? key)
    {
        using var client = TelnyxClient.Empty();
        client.Authorize(scheme, key);
        (await client.List()).Refused(401, "10009");
        (await client.Get("/v2/nothing")).Refused(401, "10009");
    }

    [Fact]
    public async Task The_key_belongs_to_no_other_scheme()
    {
        var server = new TelnyxSandbox();
        using var client = new TelnyxClient(server);
        client.Authorize("Basic", server.ApiKey);
        (await client.List()).Refused(401, "10009");
        client.Authorize(server.ApiKey);
        (await client.List()).Refused(401, "10009");
    }

    [Fact]
    public async Task Every_answer_has_a_request_id_of_its_own()
    {
        using var client = TelnyxClient.Empty();
        var first = (await client.List()).Headers["x-request-id"];
        client.Authorize(null);
        var second = (await client.List()).Expect(401).Headers["x-request-id"];
        Assert.True(Guid.TryParse(first, out _), first);
        Assert.NotEqual(first, second);
    }
}
