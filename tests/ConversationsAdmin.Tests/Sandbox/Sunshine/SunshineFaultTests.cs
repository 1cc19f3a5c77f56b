using System.Net;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

public class SunshineFaultTests
{
    [Fact]
    public async Task Throttling_and_breakdowns_have_the_providers_shape()
    {
        using var client = SunshineClient.Empty(
            new SandboxOptions { ThrottleFirst = 1, RetryAfter = TimeSpan.FromSeconds(2), ServerErrorShare = 1 });
        Assert.Equal("2", (await client.Create(client.Personal)).Refused(429, "too_many_requests").Headers["Retry-After"]);
        (await client.Create(client.Personal)).Refused(500, "internal_server_error");
    }

    [Theory]
    [InlineData("bad_request", 400)]
    [InlineData("unauthorized", 401)]
    [InlineData("payment_required", 402)]
    [InlineData("forbidden", 403)]
    [InlineData("app_not_found", 404)]
    [InlineData("user_not_found", 404)]
    [InlineData("conversation_not_found", 404)]
    [InlineData("not_found", 404)]
    [InlineData("method_not_allowed", 405)]
    [InlineData("conflict", 409)]
    [InlineData("locked", 423)]
    [InlineData("too_many_requests", 429)]
    [InlineData("internal_server_error", 500)]
    [InlineData("switchboard_invalid_target", 400)]
    public async Task A_planned_code_comes_with_its_status_and_changes_nothing(string code, int status)
    {
        using var client = SunshineClient.Empty(SandboxOptions.FromSettings([new("FailWith", code), new("FailFirst", 1)]));
        (await client.Create(client.Personal)).Refused(status, code);
        Assert.Empty((await client.Get(client.List)).Expect(HttpStatusCode.OK).Ids);
    }

    [Fact]
    public async Task A_planned_code_may_have_another_status()
    {
        using var client = SunshineClient.Empty(SandboxOptions.FromSettings([new("FailWith", "locked"), new("FailStatus", 409)]));
        (await client.Get(client.List)).Refused(409, "locked");
    }

    [Fact]
    public async Task A_code_of_another_provider_is_not_meant_for_this_one()
    {
        using var client = SunshineClient.Empty(new SandboxOptions { FailWith = "20500" });
        (await client.Get(client.List)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_writes_of_the_app_share_the_budget_of_a_second()
    {
        var time = new ManualTime();
        using var client = SunshineClient.Empty(new SandboxOptions { WriteLimitPerSecond = 3 }, time);
        var id = await client.NewGroup();
        (await client.Patch(id, """{"displayName":"a"}""")).Expect(HttpStatusCode.OK);
        (await client.Delete(client.One(id))).Expect(HttpStatusCode.OK);

        (await client.Create(client.Personal)).Refused(429, "too_many_requests");
        Assert.Empty((await client.Get(client.List)).Expect(HttpStatusCode.OK).Ids);

        time.Advance(TimeSpan.FromSeconds(1));
        (await client.Create(client.Personal)).Expect(HttpStatusCode.Created);
    }
}
