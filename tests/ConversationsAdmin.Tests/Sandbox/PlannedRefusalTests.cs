using System.Net;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class PlannedRefusalTests
{
    private static SandboxClient With(SandboxOptions options) => new(new TwilioSandbox(options with { Conversations = 0 }));

    [Theory]
    [InlineData(20003, 401)]
    [InlineData(20429, 429)]
    [InlineData(20500, 500)]
    [InlineData(21102, 400)]
    [InlineData(50063, 429)]
    [InlineData(50074, 429)]
    [InlineData(50200, 404)]
    [InlineData(50201, 409)]
    [InlineData(50385, 400)]
    [InlineData(50425, 409)]
    [InlineData(50430, 403)]
    [InlineData(50432, 404)]
    [InlineData(70051, 403)]
    [InlineData(99999, 400)]
    public async Task A_code_comes_with_its_status_and_changes_nothing(int code, int status)
    {
        using var client = With(SandboxOptions.FromSettings([new("FailWith", code), new("FailFirst", 1)]));
        var refusal = (await client.Delete(client.Service)).Refused(status, code);
        Assert.Equal(status, refusal.Json.GetProperty("status").GetInt32());
        Assert.Equal($"https://www.twilio.com/docs/errors/{code}", refusal.Text("more_info"));
        (await client.Get(client.Service)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_number_every_request_is_refused()
    {
        using var client = With(new SandboxOptions { FailWith = "50385" });
        for (var number = 0; number < 5; number++)
            (await client.Get("/v1/Services")).Refused(400, 50385);
        (await client.Delete(client.Service)).Refused(400, 50385);
    }

    [Fact]
    public async Task The_status_can_be_another()
    {
        using var client = With(SandboxOptions.FromSettings([new("FailWith", "70051"), new("FailStatus", "401")]));
        (await client.Get("/v1/Services")).Refused(401, 70051);
    }

    [Theory]
    [InlineData("Requests", true, true, true)]
    [InlineData("reads", true, false, false)]
    [InlineData("writes", false, true, true)]
    [InlineData("deletes", false, false, true)]
    public async Task It_can_be_for_some_requests_alone(string scope, bool read, bool create, bool delete)
    {
        using var client = With(SandboxOptions.FromSettings([new("FailWith", 50063), new("FailOn", scope)]));
        Assert.Equal(read, (int)(await client.Get(client.Service)).Status == 429);
        Assert.Equal(create, (int)(await client.Post(client.Conversations)).Status == 429);
        Assert.Equal(delete, (int)(await client.Delete(client.Service)).Status == 429);
    }

    [Fact]
    public async Task The_first_count_only_among_those_it_is_for()
    {
        using var client = With(new SandboxOptions
        {
            FailWith = "50074",
            FailOn = FailScope.Writes,
            FailFirst = 2,
            RetryAfter = TimeSpan.FromSeconds(3),
        });
        (await client.Get(client.Service)).Expect(HttpStatusCode.OK);
        Assert.Equal("3", (await client.Post(client.Conversations)).Refused(429, 50074).Headers["Retry-After"]);
        (await client.Post(client.Conversations)).Refused(429, 50074);
        (await client.Post(client.Conversations)).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_share_is_the_same_for_the_same_seed()
    {
        async Task<List<HttpStatusCode>> Statuses(int seed)
        {
            using var client = With(new SandboxOptions { Seed = seed, FailWith = "50385", FailShare = 0.3 });
            var statuses = new List<HttpStatusCode>();
            for (var number = 0; number < 200; number++)
                statuses.Add((await client.Get("/v1/Services")).Status);
            return statuses;
        }

        var first = await Statuses(3);
        Assert.Equal(first, await Statuses(3));
        Assert.NotEqual(first, await Statuses(4));
        Assert.InRange(first.Count(status => status == HttpStatusCode.BadRequest), 40, 80);
    }

    [Theory]
    [InlineData("FailWith", "404", "five digits")]
    [InlineData("FailStatus", "200", "400 to 599")]
    [InlineData("FailShare", "2", "0 to 1")]
    [InlineData("FailFirst", "0", "1 or more")]
    [InlineData("FailOn", "updates", "Writes")]
    public void A_bad_value_says_what_is_expected(string name, string value, string expected)
    {
        var refusal = Assert.Throws<ArgumentException>(() => SandboxOptions.FromSettings([new(name, value)]));
        Assert.Contains(name, refusal.Message);
        Assert.Contains(expected, refusal.Message);
    }
}
