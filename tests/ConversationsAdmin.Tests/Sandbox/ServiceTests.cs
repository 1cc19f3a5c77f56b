using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class ServiceTests
{
    [Fact]
    public async Task A_service_is_created_and_fetched_as_documented()
    {
        using var client = SandboxClient.Empty();
        var created = (await client.Post("/v1/Services", ("FriendlyName", "Home Service"))).Expect(HttpStatusCode.Created);
        var sid = created.Text("sid")!;
        Assert.Matches("^IS[0-9a-f]{32}$", sid);
        Assert.Equal(client.Server.AccountSid, created.Text("account_sid"));
        Assert.Equal("Home Service", created.Text("friendly_name"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", created.Text("date_created"));
        Assert.Equal($"https://conversations.twilio.com/v1/Services/{sid}", created.Text("url"));
        Assert.Equal(
            ["conversations", "users", "roles", "bindings", "configuration", "participant_conversations", "conversation_with_participants"],
            created.Json.GetProperty("links").EnumerateObject().Select(link => link.Name));
        Assert.Equal(created.Body, (await client.Get($"/v1/Services/{sid}")).Body);
    }

    [Fact]
    public async Task A_service_needs_a_name_of_at_most_256_characters()
    {
        using var client = SandboxClient.Empty();
        (await client.Post("/v1/Services")).Refused(400, 20001);
        (await client.Post("/v1/Services", ("FriendlyName", ""))).Refused(400, 20001);
        (await client.Post("/v1/Services", ("FriendlyName", new string('x', 257)))).Refused(400, 50003);
        (await client.Post("/v1/Services", ("FriendlyName", new string('x', 256)))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Deleting_a_service_removes_everything_below_it()
    {
        using var client = SandboxClient.Empty();
        var other = (await client.Post("/v1/Services", ("FriendlyName", "Other"))).Text("sid")!;
        var conversation = await client.NewConversation();
        (string, string)[] pair = [("MessagingBinding.Address", "+15558675310"), ("MessagingBinding.ProxyAddress", "+15017122661")];
        await client.NewParticipant(conversation, pair);

        var deleted = (await client.Delete(client.Service)).Expect(HttpStatusCode.NoContent);

        Assert.Empty(deleted.Body);
        (await client.Get(client.Service)).Refused(404, 20404);
        (await client.Get($"{client.Conversations}/{conversation}")).Refused(404, 20404);
        (await client.Delete(client.Service)).Refused(404, 20404);
        Assert.Equal([other], (await client.Get("/v1/Services")).Sids());
        var next = (await client.Post($"/v1/Services/{other}/Conversations")).Text("sid");
        (await client.Post($"/v1/Services/{other}/Conversations/{next}/Participants", pair)).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_missing_parent_is_told_apart_from_a_missing_resource()
    {
        using var client = SandboxClient.Empty();
        var (service, conversation) = ("IS" + new string('0', 32), "CH" + new string('0', 32));
        var noService = (await client.Get($"/v1/Services/{service}/Conversations/{conversation}")).Refused(404, 20404);
        Assert.EndsWith($"/v1/Services/{service}.", noService.Message);
        var noConversation = (await client.Get($"{client.Conversations}/{conversation}/Participants/MB1")).Refused(404, 20404);
        Assert.EndsWith($"{client.Conversations}/{conversation}.", noConversation.Message);
    }
}
