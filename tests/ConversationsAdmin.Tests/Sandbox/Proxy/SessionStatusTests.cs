using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Proxy;

public class SessionStatusTests
{
    [Theory]
    [InlineData("open")]
    [InlineData("in-progress")]
    [InlineData("closed")]
    [InlineData("failed")]
    [InlineData("unknown")]
    public async Task A_session_begins_with_any_status(string status)
    {
        using var client = ProxyClient.Empty();
        var created = (await client.Create(("Status", status))).Expect(HttpStatusCode.Created);
        Assert.Equal(status, created.Text("status"));
        Assert.Equal(status == "closed", created.Text("date_ended") is not null);
    }

    [Fact]
    public async Task A_session_is_closed_and_opened_again()
    {
        var time = new ManualTime();
        using var client = ProxyClient.Empty(time: time);
        var sid = await client.New();
        time.Advance(TimeSpan.FromMinutes(3));
        var closed = (await client.Update(sid, ("Status", "closed"))).Expect(HttpStatusCode.OK);
        Assert.Equal(("closed", "api"), (closed.Text("status"), closed.Text("closed_reason")));
        Assert.Equal(("2026-03-01T12:03:00Z", "2026-03-01T12:03:00Z"), (closed.Text("date_ended"), closed.Text("date_updated")));

        time.Advance(TimeSpan.FromMinutes(3));
        var open = (await client.Update(sid, ("Status", "in-progress"), ("Ttl", "7200"))).Expect(HttpStatusCode.OK);
        Assert.Equal(("in-progress", ""), (open.Text("status"), open.Text("closed_reason")));
        Assert.Null(open.Text("date_ended"));
        Assert.Equal("2026-03-01T12:06:00Z", open.Text("date_updated"));
        Assert.Equal(7200, open.Json.GetProperty("ttl").GetInt32());
    }

    [Theory]
    [InlineData("open", "closed", 0)]
    [InlineData("in-progress", "closed", 0)]
    [InlineData("in-progress", "in-progress", 0)]
    [InlineData("closed", "in-progress", 0)]
    [InlineData("closed", "closed", 80607)]
    [InlineData("closed", "open", 80607)]
    [InlineData("open", "in-progress", 80608)]
    [InlineData("open", "open", 80608)]
    [InlineData("open", "failed", 80608)]
    [InlineData("in-progress", "unknown", 80608)]
    [InlineData("failed", "closed", 80608)]
    [InlineData("unknown", "in-progress", 80608)]
    public async Task Only_closing_and_opening_again_are_changes_of_the_status(string from, string to, int code)
    {
        using var client = ProxyClient.Empty();
        var sid = await client.New(("Status", from));
        var answer = await client.Update(sid, ("Status", to));
        if (code == 0)
            answer.Expect(HttpStatusCode.OK);
        else
            answer.Refused(400, code);
        Assert.Equal(code == 0 ? to : from, (await client.Get(sid)).Text("status"));
    }

    [Fact]
    public async Task A_closed_session_takes_no_other_update()
    {
        using var client = ProxyClient.Empty();
        var sid = await client.New(("Status", "closed"));
        (await client.Update(sid, ("Ttl", "60"))).Refused(400, 80607);
        (await client.Update(sid)).Refused(400, 80607);
        (await client.Delete(sid)).Expect(HttpStatusCode.NoContent);
    }
}
