using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Proxy;

public class SessionExpiryTests
{
    private readonly ManualTime time = new();

    [Fact]
    public async Task A_session_closes_when_its_time_to_live_is_over()
    {
        using var client = ProxyClient.Empty(time: time);
        var sid = await client.New(("Ttl", "60"));
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("open", (await client.Get(sid)).Text("status"));
        time.Advance(TimeSpan.FromMinutes(5));
        var listed = (await client.Http.Get(client.Sessions)).Items().Single();
        Assert.Equal("closed", listed.GetProperty("status").GetString());
        var expired = await client.Get(sid);
        Assert.Equal(("closed", "expired"), (expired.Text("status"), expired.Text("closed_reason")));
        Assert.Equal(("2026-03-01T12:01:00Z", "2026-03-01T12:01:00Z"), (expired.Text("date_ended"), expired.Text("date_updated")));
    }

    [Fact]
    public async Task A_date_overrides_the_time_to_live()
    {
        using var client = ProxyClient.Empty(time: time);
        var longer = await client.New(("Ttl", "60"), ("DateExpiry", "2026-03-01T13:00:00Z"));
        var shorter = await client.New(("Ttl", "7200"), ("DateExpiry", "2026-03-01T12:10:00Z"));
        time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("open", (await client.Get(longer)).Text("status"));
        Assert.Equal("2026-03-01T12:10:00Z", (await client.Get(shorter)).Text("date_ended"));
    }

    [Fact]
    public async Task No_time_to_live_is_no_end()
    {
        using var client = ProxyClient.Empty(time: time);
        var sid = await client.New();
        time.Advance(TimeSpan.FromDays(5000));
        Assert.Equal("open", (await client.Get(sid)).Text("status"));
    }

    [Fact]
    public async Task The_time_can_be_extended_before_it_is_over()
    {
        using var client = ProxyClient.Empty(time: time);
        var sid = await client.New(("Ttl", "60"));
        (await client.Update(sid, ("Ttl", "600"))).Expect(HttpStatusCode.OK);
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("open", (await client.Get(sid)).Text("status"));
    }

    [Fact]
    public async Task A_date_in_the_past_ends_the_session_now()
    {
        using var client = ProxyClient.Empty(time: time);
        var ended = (await client.Update(await client.New(), ("DateExpiry", "2020-01-01T00:00:00Z"))).Expect(HttpStatusCode.OK);
        Assert.Equal(("closed", "2026-03-01T12:00:00Z"), (ended.Text("status"), ended.Text("date_ended")));
    }

    [Fact]
    public async Task An_expired_session_is_opened_again_only_with_time_to_come()
    {
        using var client = ProxyClient.Empty(time: time);
        var sid = await client.New(("Ttl", "60"));
        time.Advance(TimeSpan.FromHours(1));
        (await client.Update(sid, ("Ttl", "7200"))).Refused(400, 80904);
        (await client.Update(sid, ("Status", "closed"))).Refused(400, 80904);
        (await client.Update(sid, ("Status", "in-progress"))).Refused(400, 80904);
        (await client.Update(sid, ("Status", "in-progress"), ("Ttl", "3600"))).Refused(400, 80904);
        (await client.Update(sid, ("Status", "in-progress"), ("DateExpiry", "2026-03-01T13:00:00Z"))).Refused(400, 80904);
        Assert.Equal(60, (await client.Get(sid)).Json.GetProperty("ttl").GetInt32());
        var open = (await client.Update(sid, ("Status", "in-progress"), ("Ttl", "3601"))).Expect(HttpStatusCode.OK);
        Assert.Equal("in-progress", open.Text("status"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("expired", (await client.Get(sid)).Text("closed_reason"));
    }
}
