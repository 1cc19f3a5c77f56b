using System.Net;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Proxy;

public class SessionTests
{
    [Fact]
    public async Task A_session_is_shown_as_the_provider_documents_it()
    {
        var server = new TwilioSandbox(new SandboxOptions { Conversations = 0 }, new ManualTime());
        using var client = new ProxyClient(server);
        var created = (await client.Create(("UniqueName", "Order #1234"), ("Ttl", "3600"))).Expect(HttpStatusCode.Created);
        var sid = created.Text("sid");
        var address = $"https://proxy.twilio.com/v1/Services/{server.ProxyServiceSid}/Sessions/{sid}";
        Assert.Matches("^KC[0-9a-f]{32}$", sid);
        ExpectedJson.Is(
            $$"""
            {
              "service_sid": "{{server.ProxyServiceSid}}",
              "status": "open",
              "unique_name": "Order #1234",
              "date_started": "2026-03-01T12:00:00Z",
              "date_ended": null,
              "date_last_interaction": null,
              "date_expiry": null,
              "ttl": 3600,
              "mode": "voice-and-message",
              "closed_reason": "",
              "sid": "{{sid}}",
              "date_updated": "2026-03-01T12:00:00Z",
              "date_created": "2026-03-01T12:00:00Z",
              "account_sid": "{{server.AccountSid}}",
              "url": "{{address}}",
              "links": {
                "interactions": "{{address}}/Interactions",
                "participants": "{{address}}/Participants"
              }
            }
            """,
            created.Json);
        Assert.Equal(created.Body, (await client.Get(sid!)).Body);
    }

    [Fact]
    public async Task A_session_takes_all_that_it_can_have()
    {
        using var client = ProxyClient.Empty();
        var created = (await client.Create(
            ("Mode", "message-only"),
            ("Status", "in-progress"),
            ("DateExpiry", "2099-01-02T03:04:05Z"),
            ("FailOnParticipantConflict", "false"),
            ("Participants", """{"Identifier":"whatsapp:+12025550111","FriendlyName":"Ana"}"""),
            ("Participants", """{"Identifier":"+12025550122","ProxyIdentifier":"+15005550101"}"""))).Expect(HttpStatusCode.Created);
        Assert.Equal(("message-only", "in-progress"), (created.Text("mode"), created.Text("status")));
        Assert.Equal("2099-01-02T03:04:05Z", created.Text("date_expiry"));
        Assert.Null(created.Text("unique_name"));
    }

    [Fact]
    public async Task A_fetch_takes_the_unique_name_and_a_change_only_the_sid()
    {
        using var client = ProxyClient.Empty();
        var sid = await client.New(("UniqueName", "Order #1 / ä"));
        Assert.Equal(sid, (await client.Get("Order #1 / ä")).Expect(HttpStatusCode.OK).Text("sid"));
        (await client.Get("Order #2")).Refused(404, 80308);
        (await client.Update("Order #1 / ä", ("Ttl", "1"))).Refused(404, 20404);
        (await client.Delete("Order #1 / ä")).Refused(404, 20404);
        (await client.Get($"KC{new string('0', 32)}")).Refused(404, 20404);
    }

    [Fact]
    public async Task A_unique_name_belongs_to_one_session_until_that_is_deleted()
    {
        using var client = ProxyClient.Empty();
        var sid = await client.New(("UniqueName", "order"));
        await client.Update(sid, ("Status", "closed"));
        (await client.Create(("UniqueName", "order"))).Refused(400, 80603);
        (await client.Delete(sid)).Expect(HttpStatusCode.NoContent);
        await client.New(("UniqueName", "order"));
    }

    [Fact]
    public async Task A_deleted_session_is_gone()
    {
        using var client = ProxyClient.Empty();
        var sid = await client.New(("UniqueName", "order"));
        Assert.Empty((await client.Delete(sid)).Expect(HttpStatusCode.NoContent).Body);
        (await client.Delete(sid)).Refused(404, 20404);
        (await client.Get(sid)).Refused(404, 20404);
        (await client.Get("order")).Refused(404, 80308);
        Assert.Empty((await client.Http.Get(client.Sessions)).Items());
    }

    [Fact]
    public async Task Sessions_without_a_name_do_not_get_in_each_others_way()
    {
        using var client = ProxyClient.Empty();
        await client.New(("UniqueName", ""));
        await client.New(("UniqueName", ""));
        Assert.Equal(2, (await client.Http.Get(client.Sessions)).Items().Length);
    }
}
