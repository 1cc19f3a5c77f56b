using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public class FaultTests
{
    [Fact]
    public async Task Throttling_and_breakdowns_have_the_providers_codes_and_change_nothing()
    {
        using var throttled = TelnyxClient.Empty(new SandboxOptions { ThrottleFirst = 1, RetryAfter = TimeSpan.FromSeconds(3) });
        Assert.Equal("3", (await throttled.Post("{}")).Refused(429, "10011").Headers["Retry-After"]);
        Assert.Empty((await throttled.List()).Items);
        using var broken = TelnyxClient.Empty(new SandboxOptions { ServerErrorShare = 1 });
        (await broken.Post("{}")).Refused(500, "10007");
    }

    [Theory]
    [InlineData("10005", 404)]
    [InlineData("10007", 500)]
    [InlineData("10009", 401)]
    [InlineData("10010", 403)]
    [InlineData("10011", 429)]
    [InlineData("10015", 400)]
    [InlineData("10027", 422)]
    [InlineData("10036", 409)]
    [InlineData("19999", 400)]
    public async Task A_planned_refusal_has_the_status_of_its_code(string code, int status)
    {
        using var client = TelnyxClient.Empty(new SandboxOptions { FailWith = code, FailOn = FailScope.Deletes });
        var id = await client.New();
        (await client.Delete(TelnyxClient.One(id))).Refused(status, code);
        (await client.Get(TelnyxClient.One(id))).Expect(200);
    }

    [Fact]
    public async Task A_planned_refusal_can_have_another_status()
    {
        using var client = TelnyxClient.Empty(new SandboxOptions { FailWith = "10015", FailStatus = 503 });
        (await client.List()).Refused(503, "10015");
    }

    [Theory]
    [InlineData("20001")]
    [InlineData("70051")]
    [InlineData("conflict")]
    public async Task The_codes_of_others_are_not_meant(string code)
    {
        using var client = TelnyxClient.Empty(new SandboxOptions { FailWith = code });
        (await client.List()).Expect(200);
    }

    [Fact]
    public async Task Writes_share_one_budget_and_every_answer_tells_what_is_left()
    {
        var time = new ManualTime();
        using var client = TelnyxClient.Empty(new SandboxOptions { WriteLimitPerSecond = 3 }, time);
        var first = await client.List();
        Assert.Equal(("3", "3", "0"), Budget(first));
        var id = await client.New();
        (await client.Put(id, "{}")).Expect(200);
        Assert.Equal(("3", "0", "1"), Budget((await client.Delete(TelnyxClient.One(id))).Expect(200)));
        Assert.Equal(("3", "0", "1"), Budget((await client.Post("{}")).Refused(429, "10011")));
        Assert.Empty((await client.List()).Items);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("3", "2", "1"), Budget((await client.Post("{}")).Expect(200)));
    }

    [Fact]
    public async Task Without_a_budget_none_is_told()
    {
        using var client = TelnyxClient.Empty();
        var headers = (await client.List()).Headers.Keys;
        Assert.DoesNotContain(headers, name => name.StartsWith("x-ratelimit", StringComparison.OrdinalIgnoreCase));
    }

    private static (string Limit, string Remaining, string Reset) Budget(TelnyxAnswer answer) =>
        (answer.Headers["x-ratelimit-limit"], answer.Headers["x-ratelimit-remaining"], answer.Headers["x-ratelimit-reset"]);
}
