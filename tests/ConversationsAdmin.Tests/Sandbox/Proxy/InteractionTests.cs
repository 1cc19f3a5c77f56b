using System.Net;
using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Proxy;

public class InteractionTests
{
    private static readonly SandboxOptions Standing = new() { Now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) };

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static DateTimeOffset Date(JsonElement item, string name) => item.GetProperty(name).GetDateTimeOffset();

    private static string ParticipantsOf(ProxyClient client, JsonElement session) => $"{client.One(Text(session, "sid")!)}/Participants";

    private static string InteractionsOf(ProxyClient client, JsonElement session) => $"{client.One(Text(session, "sid")!)}/Interactions";

    [Fact]
    public async Task Participants_are_those_that_the_session_was_created_with()
    {
        using var client = ProxyClient.Empty();
        var session = await client.Create(ProxyClient.Participant(ProxyClient.Ana), ProxyClient.Participant(ProxyClient.Ben, ProxyClient.SecondNumber));
        var list = $"{client.One(session.Text("sid")!)}/Participants";
        Assert.Equal("https://proxy.twilio.com" + list, Text(session.Json.GetProperty("links"), "participants"));

        var participants = (await client.Http.Get(list)).Expect(HttpStatusCode.OK).Items();
        var ben = participants.Single(item => Text(item, "identifier") == ProxyClient.Ben);
        Assert.Equal(2, participants.Length);
        Assert.Matches("^KP[0-9a-f]{32}$", Text(ben, "sid")!);
        var address = $"https://proxy.twilio.com{list}/{Text(ben, "sid")}";
        ExpectedJson.Is(
            $$"""
            {
              "sid": "{{Text(ben, "sid")}}", "session_sid": "{{session.Text("sid")}}", "service_sid": "{{session.Text("service_sid")}}",
              "account_sid": "{{session.Text("account_sid")}}", "friendly_name": null, "identifier": "{{ProxyClient.Ben}}",
              "proxy_identifier": "{{ProxyClient.SecondNumber}}", "proxy_identifier_sid": "PN00000000000000000000015005550101",
              "date_deleted": null, "date_created": "{{session.Text("date_created")}}", "date_updated": "{{session.Text("date_created")}}",
              "url": "{{address}}", "links": { "message_interactions": "{{address}}/MessageInteractions" }
            }
            """,
            ben);
    }

    [Fact]
    public async Task Every_sample_participant_has_a_sid_of_its_own()
    {
        using var client = ProxyClient.Sample();
        var sids = new List<string?>();
        foreach (var session in await client.Http.All(client.Sessions + "?PageSize=100"))
            sids.AddRange((await client.Http.All(ParticipantsOf(client, session))).Select(item => Text(item, "sid")));
        Assert.InRange(sids.Count, 500, 600);
        Assert.Equal(sids.Count, sids.Distinct().Count());
    }

    [Fact]
    public async Task Interactions_lie_between_the_creation_and_the_last_one_and_are_of_its_participants()
    {
        using var client = new ProxyClient(new TwilioSandbox(Standing));
        var (sizes, types, statuses, oneSided) = (new List<int>(), new HashSet<string>(), new HashSet<string>(), 0);
        foreach (var session in await client.Http.All(client.Sessions + "?PageSize=100"))
        {
            var people = (await client.Http.All(ParticipantsOf(client, session))).Select(item => Text(item, "sid")).ToList();
            var interactions = await client.Http.All(InteractionsOf(client, session) + "?PageSize=100");
            sizes.Add(interactions.Count);
            Assert.Equal(Text(session, "date_last_interaction") is not null && people.Count > 0, interactions.Count > 0);
            foreach (var item in interactions)
            {
                Assert.InRange(Date(item, "date_created"), Date(session, "date_created"), Date(session, "date_last_interaction"));
                Assert.Contains(Text(item, "outbound_participant_sid"), people);
                Assert.NotEqual(Text(session, "mode"), Text(item, "type") == "voice" ? "message-only" : "voice-only");
                types.Add(Text(item, "type")!);
                statuses.Add(Text(item, "outbound_resource_status")!);
                oneSided += Text(item, "inbound_participant_sid") is null ? 1 : 0;
            }
            if (interactions.Count > 0)
                Assert.Equal(Text(session, "date_last_interaction"), interactions.Max(item => Text(item, "date_created")));
        }
        Assert.Contains(sizes, size => size == 0);
        Assert.Contains(sizes, size => size > 100);
        Assert.Equal(["message", "voice"], types.Order(StringComparer.Ordinal));
        Assert.Superset(new HashSet<string> { "delivered", "failed", "no-answer", "completed" }, statuses);
        Assert.True(oneSided > 0);
    }

    [Fact]
    public async Task Pages_give_every_interaction_once_newest_first()
    {
        using var client = ProxyClient.Sample();
        foreach (var session in await client.Http.All(client.Sessions + "?PageSize=100"))
        {
            var list = InteractionsOf(client, session);
            var first = await client.Http.Get(list + "?PageSize=100");
            if (first.Meta("next_page_url") is null)
                continue;
            Assert.Equal(("interactions", 100), (first.Meta("key"), first.Items().Length));
            var all = await client.Http.All(list);
            Assert.Equal(all.Count, all.DistinctBy(item => Text(item, "sid")).Count());
            Assert.Equal(all.OrderByDescending(item => Text(item, "date_created")).Select(item => Text(item, "date_created")), all.Select(item => Text(item, "date_created")));
            return;
        }
        Assert.Fail("No sample session has more than a page of interactions.");
    }

    [Theory]
    [InlineData("Interactions", "PageSize=101")]
    [InlineData("Participants", "PageSize=1001")]
    [InlineData("Interactions", "Order=asc")]
    public async Task Larger_pages_and_other_parameters_are_refused(string list, string query)
    {
        using var client = ProxyClient.Empty();
        (await client.Http.Get($"{client.One(await client.New())}/{list}?{query}")).Refused(400, 20001);
    }

    [Fact]
    public async Task What_is_below_no_session_is_not_there()
    {
        using var client = ProxyClient.Empty();
        await client.New(("UniqueName", "order-7"));
        var unknown = client.One("KC" + new string('0', 32));
        (await client.Http.Get($"{unknown}/Interactions")).Refused(404, 20404);
        (await client.Http.Get($"{unknown}/Participants")).Refused(404, 20404);
        (await client.Http.Get($"{client.One("order-7")}/Participants")).Refused(404, 20404);
    }

    [Fact]
    public async Task A_message_that_the_account_sends_is_the_last_interaction()
    {
        var time = new ManualTime();
        using var client = ProxyClient.Empty(time: time);
        var sid = await client.New(("Ttl", "60"), ProxyClient.Participant(ProxyClient.Ana));
        var ana = (await client.Http.Get($"{client.One(sid)}/Participants")).Items()[0];
        var sent = $"{client.One(sid)}/Participants/{Text(ana, "sid")}/MessageInteractions";
        time.Advance(TimeSpan.FromSeconds(50));
        var message = (await client.Http.Post(sent, ("Body", "hello"))).Expect(HttpStatusCode.OK);
        Assert.Equal(("message", """{"body":"hello"}""", "sent"), (message.Text("type"), message.Text("data"), message.Text("outbound_resource_status")));
        Assert.Equal((Text(ana, "sid"), null), (message.Text("participant_sid"), message.Text("inbound_participant_sid")));
        Assert.Equal(message.Text("sid"), Assert.Single((await client.Http.Get($"{client.One(sid)}/Interactions")).Sids()));
        Assert.Equal(message.Text("sid"), Assert.Single((await client.Http.Get(sent)).Sids()));

        time.Advance(TimeSpan.FromSeconds(50));
        var session = await client.Get(sid);
        Assert.Equal(("in-progress", message.Text("date_created")), (session.Text("status"), session.Text("date_last_interaction")));
        Assert.Equal(message.Text("date_created"), session.Text("date_updated"));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("closed", (await client.Get(sid)).Text("status"));
        (await client.Http.Post(sent, ("Body", "too late"))).Refused(400, 80607);
        (await client.Http.Post(sent)).Refused(400, 20001);
    }

    [Fact]
    public async Task One_seed_makes_the_same_interactions_whoever_asks_first()
    {
        using var one = new ProxyClient(new TwilioSandbox(Standing));
        using var same = new ProxyClient(new TwilioSandbox(Standing));
        var sessions = (await one.Http.All(one.Sessions + "?PageSize=100")).Take(40).ToList();
        var first = new List<string>();
        foreach (var session in sessions)
            first.Add((await one.Http.Get(InteractionsOf(one, session))).Body);
        sessions.Reverse();
        var second = new List<string>();
        foreach (var session in sessions)
            second.Add((await same.Http.Get(InteractionsOf(same, session))).Body);
        second.Reverse();
        Assert.Equal(first, second);
    }
}
