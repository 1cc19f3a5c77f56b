using System.Net;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Proxy;

public class SessionParticipantTests
{
    private static readonly (string, string) FailOnConflict = ("FailOnParticipantConflict", "true");

    private static readonly (string, string) Ana = ProxyClient.Participant(ProxyClient.Ana);

    private static readonly (string, string) AnaAtFirst = ProxyClient.Participant(ProxyClient.Ana, ProxyClient.FirstNumber);

    [Fact]
    public async Task A_session_has_two_participants_at_most()
    {
        using var client = ProxyClient.Empty();
        var ben = ProxyClient.Participant(ProxyClient.Ben);
        await client.New(Ana, ben);
        (await client.Create(Ana, ben, ProxyClient.Participant("+12025550133"))).Refused(400, 80609);
    }

    [Fact]
    public async Task An_identifier_joins_a_session_once()
    {
        using var client = ProxyClient.Empty();
        (await client.Create(Ana, ProxyClient.Participant(ProxyClient.Ana, ProxyClient.SecondNumber))).Refused(400, 80103);
    }

    [Theory]
    [InlineData("2025550111", "message-only", 80404)]
    [InlineData("+02025550111", "voice-only", 80404)]
    [InlineData("Ana", "voice-and-message", 80404)]
    [InlineData("whatsapp:+12025550111", "voice-only", 80616)]
    [InlineData("messenger:4000", "voice-and-message", 80616)]
    [InlineData("messenger:4000", "message-only", 0)]
    [InlineData("+12025550111", "message-only", 0)]
    public async Task An_identifier_is_a_number_or_for_messages_a_channel_address(string identifier, string mode, int code)
    {
        using var client = ProxyClient.Empty();
        var answer = await client.Create(("Mode", mode), ProxyClient.Participant(identifier));
        if (code == 0)
            answer.Expect(HttpStatusCode.Created);
        else
            answer.Refused(400, code);
    }

    [Theory]
    [InlineData("""{"Identifier":"+12025550111","ProxyIdentifier":"+15005550107"}""", true)]
    [InlineData("""{"Identifier":"+12025550111","ProxyIdentifierSid":"PN00000000000000000000015005550107"}""", true)]
    [InlineData("""{"Identifier":"+12025550111","ProxyIdentifier":"+15005550107","ProxyIdentifierSid":"PN00000000000000000000015005550107"}""", true)]
    [InlineData("""{"Identifier":"+12025550111","ProxyIdentifier":"+15005550108"}""", false)]
    [InlineData("""{"Identifier":"+12025550111","ProxyIdentifierSid":"PN00000000000000000000015005550108"}""", false)]
    [InlineData("""{"Identifier":"+12025550111","ProxyIdentifier":"+15005550107","ProxyIdentifierSid":"PN00000000000000000000015005550106"}""", false)]
    public async Task A_proxy_identifier_is_a_number_of_the_service(string participant, bool isInService)
    {
        using var client = ProxyClient.Empty();
        var answer = await client.Create(("Participants", participant));
        if (isInService)
            answer.Expect(HttpStatusCode.Created);
        else
            answer.Refused(400, 80605);
    }

    [Fact]
    public async Task A_pair_that_is_active_is_refused_on_request()
    {
        using var client = ProxyClient.Empty();
        var first = await client.New(AnaAtFirst);
        var refusal = (await client.Create(AnaAtFirst, FailOnConflict)).Refused(400, 80604);
        Assert.Contains(first, refusal.Message);
        await client.New(AnaAtFirst, ("Status", "closed"), FailOnConflict);
        await client.New(ProxyClient.Participant(ProxyClient.Ana, ProxyClient.SecondNumber), FailOnConflict);
        await client.Update(first, ("Status", "closed"));
        await client.New(AnaAtFirst, FailOnConflict);
    }

    [Fact]
    public async Task A_deleted_or_expired_session_frees_its_pair()
    {
        var time = new ManualTime();
        using var client = ProxyClient.Empty(time: time);
        await client.Delete(await client.New(AnaAtFirst));
        await client.New(AnaAtFirst, FailOnConflict, ("Ttl", "60"));
        time.Advance(TimeSpan.FromMinutes(1));
        await client.New(AnaAtFirst, FailOnConflict);
    }

    [Fact]
    public async Task Opening_again_is_refused_on_request_when_a_pair_is_active_elsewhere()
    {
        using var client = ProxyClient.Empty();
        var closed = await client.New(AnaAtFirst);
        await client.Update(closed, ("Status", "closed"));
        await client.New(AnaAtFirst, FailOnConflict);
        (await client.Update(closed, ("Status", "in-progress"), FailOnConflict)).Refused(400, 80604);
        Assert.Equal("closed", (await client.Get(closed)).Text("status"));
        (await client.Update(closed, ("Status", "in-progress"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_that_is_opened_again_takes_its_pair_back()
    {
        using var client = ProxyClient.Empty();
        var sid = await client.New(AnaAtFirst);
        await client.Update(sid, ("Status", "closed"));
        await client.New(AnaAtFirst, FailOnConflict, ("Status", "closed"));
        (await client.Update(sid, ("Status", "in-progress"), FailOnConflict)).Expect(HttpStatusCode.OK);
        (await client.Create(AnaAtFirst, FailOnConflict)).Refused(400, 80604);
    }

    [Fact]
    public async Task An_account_without_the_flag_refuses_always()
    {
        using var client = ProxyClient.Empty(new SandboxOptions { ProxyAllowParticipantConflict = false });
        var sid = await client.New(AnaAtFirst);
        (await client.Create(AnaAtFirst, ("FailOnParticipantConflict", "false"))).Refused(400, 80604);
        await client.Update(sid, ("Status", "closed"));
        await client.New(AnaAtFirst);
        (await client.Update(sid, ("Status", "in-progress"))).Refused(400, 80604);
    }

    [Fact]
    public async Task A_participant_gets_another_number_in_each_active_session_until_none_is_left()
    {
        using var client = ProxyClient.Empty();
        var sids = new List<string>();
        for (var number = 0; number < 8; number++)
            sids.Add(await client.New(Ana, FailOnConflict));
        (await client.Create(Ana)).Refused(400, 80206);
        await client.New(ProxyClient.Participant(ProxyClient.Ben));
        await client.Update(sids[3], ("Status", "closed"));
        await client.New(Ana, FailOnConflict);
    }

    [Fact]
    public async Task Two_requests_at_once_for_one_identifier_are_a_conflict_on_request()
    {
        using var client = ProxyClient.Empty(new SandboxOptions { Latency = TimeSpan.FromMilliseconds(500) });
        var first = client.Create(Ana, FailOnConflict);
        var other = client.Create(ProxyClient.Participant(ProxyClient.Ben), FailOnConflict);
        var second = client.Create(Ana, FailOnConflict);
        (await second).Refused(409, 80623);
        (await first).Expect(HttpStatusCode.Created);
        (await other).Expect(HttpStatusCode.Created);
        (await client.Create(Ana, FailOnConflict)).Expect(HttpStatusCode.Created);
        var allowed = await Task.WhenAll(client.Create(Ana), client.Create(Ana));
        Assert.All(allowed, answer => answer.Expect(HttpStatusCode.Created));
    }
}
