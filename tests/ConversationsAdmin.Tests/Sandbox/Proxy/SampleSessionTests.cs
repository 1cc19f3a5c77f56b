using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Proxy;

public class SampleSessionTests
{
    private static readonly SandboxOptions Standing = new() { Now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) };

    private static async Task<List<JsonElement>> SessionsOf(SandboxOptions options)
    {
        using var client = new ProxyClient(new TwilioSandbox(options));
        return await client.Http.All(client.Sessions + "?PageSize=100");
    }

    private static string? Text(JsonElement session, string name) => session.GetProperty(name).GetString();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(200, 20)]
    [InlineData(3000, 300)]
    public async Task There_is_one_session_for_every_ten_conversations(int conversations, int sessions) =>
        Assert.Equal(sessions, (await SessionsOf(new SandboxOptions { Conversations = conversations })).Count);

    [Theory]
    [InlineData(50)]
    [InlineData(3000)]
    public async Task Every_status_and_mode_is_there(int conversations)
    {
        var sessions = await SessionsOf(Standing with { Conversations = conversations });
        Assert.Equal(
            ["closed", "failed", "in-progress", "open", "unknown"],
            sessions.Select(session => Text(session, "status")).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["message-only", "voice-and-message", "voice-only"],
            sessions.Select(session => Text(session, "mode")).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Most_are_closed_and_their_ages_go_over_two_years()
    {
        var sessions = await SessionsOf(Standing);
        var closed = sessions.Where(session => Text(session, "status") == "closed").ToList();
        Assert.InRange(closed.Count, 240, 285);
        Assert.Equal(["api", "expired"], closed.Select(session => Text(session, "closed_reason")).Distinct().Order(StringComparer.Ordinal));
        Assert.All(closed, session => Assert.InRange(
            session.GetProperty("date_ended").GetDateTimeOffset(), session.GetProperty("date_created").GetDateTimeOffset(), Standing.Now!.Value));
        var ages = sessions.Select(session => (Standing.Now!.Value - session.GetProperty("date_created").GetDateTimeOffset()).TotalDays).ToList();
        Assert.InRange(ages.Max(), 700, 730);
        Assert.InRange(ages.Min(), 0, 30);
    }

    [Fact]
    public async Task One_seed_makes_the_same_sessions_and_another_makes_others()
    {
        var first = (await SessionsOf(Standing)).Select(session => session.GetRawText()).ToList();
        Assert.Equal(first, (await SessionsOf(Standing)).Select(session => session.GetRawText()));
        Assert.NotEqual(first, (await SessionsOf(Standing with { Seed = 2 })).Select(session => session.GetRawText()));
    }

    [Fact]
    public async Task Nothing_that_is_open_ends_by_itself_within_a_day()
    {
        var time = new ManualTime();
        using var client = new ProxyClient(new TwilioSandbox(null, time));
        var before = (await client.Http.All(client.Sessions)).Select(session => session.GetRawText()).ToList();
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(before, (await client.Http.All(client.Sessions)).Select(session => session.GetRawText()));
    }

    [Fact]
    public async Task The_samples_age_from_the_start_and_not_from_the_first_request()
    {
        var time = new ManualTime();
        using var early = new ProxyClient(new TwilioSandbox(null, time));
        using var late = new ProxyClient(new TwilioSandbox(null, time));
        var page = (await early.Http.Get(early.Sessions)).Body;
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(page, (await late.Http.Get(late.Sessions)).Body);
    }

    [Fact]
    public async Task Some_closed_sessions_cannot_be_opened_again_without_a_conflict()
    {
        using var client = ProxyClient.Sample();
        var statuses = new List<int>();
        foreach (var session in await client.Http.All(client.Sessions + "?PageSize=100"))
        {
            if (Text(session, "status") != "closed")
                continue;
            var answer = await client.Update(
                Text(session, "sid")!, ("Status", "in-progress"), ("DateExpiry", "2099-01-01T00:00:00Z"), ("FailOnParticipantConflict", "true"));
            statuses.Add((int)answer.Status == 200 ? 0 : answer.Code);
        }
        Assert.Equal([0, 80604], statuses.Distinct().Order());
    }
}
