using System.Net;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class FaultTests
{
    private static SandboxClient With(SandboxOptions options) => new(new TwilioSandbox(options with { Conversations = 0 }));

    private static async Task<List<HttpStatusCode>> Statuses(SandboxClient client, int requests)
    {
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < requests; number++)
            statuses.Add((await client.Get("/v1/Services")).Status);
        return statuses;
    }

    [Fact]
    public async Task The_first_requests_can_be_throttled()
    {
        using var client = With(new SandboxOptions { ThrottleFirst = 2 });
        var first = (await client.Get("/v1/Services")).Refused(429, 20429);
        Assert.False(first.Headers.ContainsKey("Retry-After"));
        (await client.Get("/v1/Services")).Refused(429, 20429);
        (await client.Get("/v1/Services")).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("PT3S", "3")]
    [InlineData("PT1.2S", "2")]
    [InlineData("PT0S", "1")]
    public async Task Retry_after_is_whole_seconds_and_at_least_one(string wait, string header)
    {
        using var client = With(SandboxOptions.FromSettings([new("ThrottleFirst", 1), new("RetryAfter", wait)]));
        Assert.Equal(header, (await client.Get("/v1/Services")).Refused(429, 20429).Headers["Retry-After"]);
    }

    [Fact]
    public async Task Retry_after_can_be_a_date()
    {
        using var client = With(new SandboxOptions
        {
            ThrottleFirst = 1,
            RetryAfter = TimeSpan.FromSeconds(5),
            RetryAfterAsDate = true,
            Now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        });
        Assert.Equal("Sun, 01 Mar 2026 12:00:05 GMT", (await client.Get("/v1/Services")).Headers["Retry-After"]);
    }

    [Fact]
    public async Task Planned_faults_are_the_same_for_the_same_seed()
    {
        var options = new SandboxOptions { Seed = 3, ThrottleShare = 0.3, ServerErrorShare = 0.2 };
        using var one = With(options);
        using var same = With(options);
        using var other = With(options with { Seed = 4 });
        var statuses = await Statuses(one, 200);
        Assert.Equal(statuses, await Statuses(same, 200));
        Assert.NotEqual(statuses, await Statuses(other, 200));
        Assert.InRange(statuses.Count(status => status == HttpStatusCode.TooManyRequests), 40, 80);
        Assert.InRange(statuses.Count(status => status == HttpStatusCode.InternalServerError), 10, 50);
    }

    [Fact]
    public async Task A_planned_fault_changes_nothing()
    {
        using var client = With(new SandboxOptions { ServerErrorShare = 1 });
        (await client.Delete(client.Service)).Refused(500, 20500);
        (await client.Delete(client.Service)).Refused(500, 20500);
        using var throttled = With(new SandboxOptions { ThrottleFirst = 1 });
        (await throttled.Delete(throttled.Service)).Refused(429, 20429);
        (await throttled.Get(throttled.Service)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Creating_and_deleting_conversations_share_the_budget_of_their_service()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time, new SandboxOptions { WriteLimitPerSecond = 3 });
        var other = (await client.Post("/v1/Services", ("FriendlyName", "Other"))).Text("sid");
        var sid = await client.NewConversation();
        await client.NewConversation();
        (await client.Delete($"{client.Conversations}/{sid}")).Expect(HttpStatusCode.NoContent);

        (await client.Post(client.Conversations)).Refused(429, 50063);
        (await client.Get(client.Conversations)).Expect(HttpStatusCode.OK);
        (await client.Post($"/v1/Services/{other}/Conversations")).Expect(HttpStatusCode.Created);
        Assert.Single((await client.Get(client.Conversations)).Items());

        time.Advance(TimeSpan.FromSeconds(1));
        await client.NewConversation();
    }

    [Fact]
    public async Task Work_inside_a_conversation_uses_the_budget_of_that_conversation()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time, new SandboxOptions { WriteLimitPerSecond = 2 });
        var (first, second) = (await client.NewConversation(("UniqueName", "first")), await client.NewConversation());
        await client.NewParticipant(first, ("Identity", "ana"));
        (await client.Post($"{client.Conversations}/first", ("FriendlyName", "a"))).Expect(HttpStatusCode.OK);
        (await client.Post(client.Participants(first), ("Identity", "ben"))).Refused(429, 50074);
        await client.NewParticipant(second, ("Identity", "ben"));
    }
}
