using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class StateTests
{
    [Fact]
    public async Task A_conversation_does_not_begin_as_closed()
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Conversations, ("State", "closed"))).Refused(400, 50384);
    }

    [Fact]
    public async Task Closed_is_final()
    {
        using var client = SandboxClient.Empty();
        var sid = await client.NewConversation();
        var path = $"{client.Conversations}/{sid}";
        Assert.Equal("closed", (await client.Post(path, ("State", "closed"))).Expect(HttpStatusCode.OK).Text("state"));
        (await client.Post(path, ("State", "active"))).Refused(400, 50377);
        (await client.Post(path, ("FriendlyName", "again"))).Refused(400, 50377);
        (await client.Post(client.Participants(sid), ("Identity", "ana"))).Refused(400, 50377);
        (await client.Delete(path)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_initializing_conversation_takes_no_update()
    {
        using var client = SandboxClient.Empty();
        var sid = await client.NewConversation(("State", "initializing"));
        (await client.Post($"{client.Conversations}/{sid}", ("FriendlyName", "a"))).Refused(400, 50386);
    }

    [Fact]
    public async Task Timers_move_the_conversation_when_they_run_out()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time);
        var sid = await client.NewConversation(("State", "active"), ("Timers.Inactive", "PT1M"), ("Timers.Closed", "PT10M"));
        var path = $"{client.Conversations}/{sid}";
        var timers = (await client.Get(path)).Json.GetProperty("timers");
        Assert.Equal("2026-03-01T12:01:00Z", timers.GetProperty("date_inactive").GetString());
        Assert.Equal("2026-03-01T12:10:00Z", timers.GetProperty("date_closed").GetString());

        time.Advance(TimeSpan.FromMinutes(5));
        var inactive = await client.Get(path);
        Assert.Equal("inactive", inactive.Text("state"));
        Assert.Equal("2026-03-01T12:01:00Z", inactive.Text("date_updated"));
        Assert.Equal([sid], (await client.Get(client.Conversations + "?State=inactive")).Sids());

        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([sid], (await client.Get(client.Conversations + "?State=closed")).Sids());
        Assert.Empty((await client.Get(path)).Json.GetProperty("timers").EnumerateObject());
        (await client.Post(path, ("FriendlyName", "late"))).Refused(400, 50377);
    }

    [Fact]
    public async Task A_zero_duration_switches_a_timer_off()
    {
        using var client = SandboxClient.Empty();
        var sid = await client.NewConversation(("State", "active"), ("Timers.Inactive", "P1D"), ("Timers.Closed", "P1W"));
        var updated = await client.Post($"{client.Conversations}/{sid}", ("Timers.Inactive", "PT0S"));
        Assert.Equal(["date_closed"], updated.Json.GetProperty("timers").EnumerateObject().Select(timer => timer.Name));
    }

    [Theory]
    [InlineData("Timers.Inactive", "PT59S", 50375)]
    [InlineData("Timers.Closed", "PT9M59S", 50376)]
    [InlineData("Timers.Inactive", "60", 50379)]
    [InlineData("Timers.Inactive", "-PT5M", 50379)]
    [InlineData("Timers.Closed", "10 minutes", 50380)]
    public async Task A_timer_is_a_duration_of_a_minimum(string field, string value, int code)
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Conversations, ("State", "active"), (field, value))).Refused(400, code);
    }

    [Fact]
    public async Task Timers_of_a_new_conversation_need_a_state()
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Conversations, ("Timers.Closed", "PT10M"))).Refused(400, 50382);
        var sid = await client.NewConversation();
        (await client.Post($"{client.Conversations}/{sid}", ("Timers.Closed", "PT10M"))).Expect(HttpStatusCode.OK);
    }
}
