using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class ParticipantTests
{
    private const string Address = "MessagingBinding.Address";
    private const string ProxyAddress = "MessagingBinding.ProxyAddress";
    private const string ProjectedAddress = "MessagingBinding.ProjectedAddress";

    [Theory]
    [InlineData("+15558675310", "+15017122661", "sms")]
    [InlineData("whatsapp:+15558675310", "whatsapp:+15017122661", "whatsapp")]
    [InlineData("messenger:4123", "messenger:9876", "messenger")]
    [InlineData("rcs:+15558675310", "rcs:+15017122661", "rcs")]
    public async Task The_prefix_of_the_address_is_the_channel(string address, string proxy, string type)
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var created = await client.Post(client.Participants(conversation), (Address, address), (ProxyAddress, proxy));
        created.Expect(HttpStatusCode.Created);
        Assert.Equal(
            $$"""{"type":"{{type}}","address":"{{address}}","proxy_address":"{{proxy}}"}""",
            created.Json.GetProperty("messaging_binding").GetRawText());
        Assert.Null(created.Text("identity"));
    }

    [Fact]
    public async Task A_chat_participant_has_an_identity_and_no_binding()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var role = await client.NewRole("conversation", "driver");
        var created = (await client.Post(
            client.Participants(conversation),
            ("Identity", "ana"),
            ("RoleSid", role),
            ("Attributes", """{"role":"driver"}"""))).Expect(HttpStatusCode.Created);
        Assert.Matches("^MB[0-9a-f]{32}$", created.Text("sid"));
        Assert.Equal("ana", created.Text("identity"));
        Assert.Equal(conversation, created.Text("conversation_sid"));
        Assert.Equal(role, created.Text("role_sid"));
        Assert.Equal("null", created.Json.GetProperty("messaging_binding").GetRawText());
        Assert.Equal("null", created.Json.GetProperty("last_read_message_index").GetRawText());
        Assert.Null(created.Text("last_read_timestamp"));
        Assert.Equal($"https://conversations.twilio.com{client.Participants(conversation)}/{created.Text("sid")}", created.Text("url"));
    }

    [Fact]
    public async Task A_group_text_has_projected_and_bare_addresses()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var agent = await client.Post(client.Participants(conversation), ("Identity", "ana"), (ProjectedAddress, "+15017122661"));
        Assert.Equal("+15017122661", agent.Json.GetProperty("messaging_binding").GetProperty("projected_address").GetString());
        (await client.Post(client.Participants(conversation), (Address, "+15558675310"))).Expect(HttpStatusCode.Created);
        (await client.Post(client.Participants(conversation), (Address, "+15558675310"))).Refused(409, 50437);
    }

    [Fact]
    public async Task A_participant_needs_something_to_take_part_by()
    {
        using var client = SandboxClient.Empty();
        var participants = client.Participants(await client.NewConversation());
        (await client.Post(participants)).Refused(400, 20001);
        (await client.Post(participants, (ProxyAddress, "+15017122661"))).Refused(400, 20001);
        (await client.Post(participants, ("Identity", ""))).Refused(400, 20001);
        (await client.Post(participants, ("Identity", "ana"), (Address, "+15558675310"))).Refused(400, 50211);
        (await client.Post(participants, ("Identity", "ana"), (ProxyAddress, "+15017122661"))).Refused(400, 50211);
        (await client.Post(participants, (Address, "whatsapp:+15558675310"))).Refused(400, 50412);
    }

    [Theory]
    [InlineData("5558675310", "+15017122661", 50407)]
    [InlineData("+1555CALLNOW", "+15017122661", 50407)]
    [InlineData("fax:+15558675310", "+15017122661", 50407)]
    [InlineData("", "+15017122661", 50411)]
    [InlineData("+15558675310", "0123", 50408)]
    [InlineData("+15558675310", "", 50412)]
    [InlineData("+15558675310", "+15558675310", 50409)]
    [InlineData("whatsapp:+15558675310", "+15017122661", 50414)]
    public async Task A_malformed_address_is_refused(string address, string proxy, int code)
    {
        using var client = SandboxClient.Empty();
        var participants = client.Participants(await client.NewConversation());
        (await client.Post(participants, (Address, address), (ProxyAddress, proxy))).Refused(400, code);
    }

    [Fact]
    public async Task Other_fields_keep_their_limits()
    {
        using var client = SandboxClient.Empty();
        var participants = client.Participants(await client.NewConversation());
        (await client.Post(participants, ("Identity", new string('x', 257)))).Refused(400, 20001);
        (await client.Post(participants, ("Identity", "a"), ("RoleSid", "RL1"))).Refused(400, 20001);
        (await client.Post(participants, ("Identity", "a"), ("Attributes", "{"))).Refused(400, 20001);
        (await client.Post(participants, ("Identity", "a"), ("Attributes", $"\"{new string('x', 4095)}\""))).Refused(400, 50303);
        (await client.Post(participants, ("Identity", "a"), ("Attributes", $"\"{new string('x', 4094)}\""))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Only_fetching_takes_the_identity_in_place_of_the_sid()
    {
        using var client = SandboxClient.Empty();
        var participants = client.Participants(await client.NewConversation());
        var sid = (await client.Post(participants, ("Identity", "ana/b@example.com"))).Text("sid");
        var byIdentity = $"{participants}/{Uri.EscapeDataString("ana/b@example.com")}";
        Assert.Equal(sid, (await client.Get(byIdentity)).Text("sid"));
        (await client.Post(byIdentity, ("Attributes", "{}"))).Refused(404, 20404);
        (await client.Delete(byIdentity)).Refused(404, 20404);
        (await client.Delete($"{participants}/{sid}")).Expect(HttpStatusCode.NoContent);
        (await client.Get($"{participants}/{sid}")).Refused(404, 20404);
    }

    [Fact]
    public async Task An_update_writes_what_is_documented()
    {
        using var client = SandboxClient.Empty();
        var participants = client.Participants(await client.NewConversation());
        var sid = (await client.Post(participants, ("Identity", "ana"))).Text("sid");
        var updated = (await client.Post(
            $"{participants}/{sid}",
            ("Identity", "ben"),
            ("Attributes", """{"a":1}"""),
            ("LastReadMessageIndex", "12"),
            ("LastReadTimestamp", "2026-01-01T00:00:00Z"),
            ("DateCreated", "2020-01-01T00:00:00Z"))).Expect(HttpStatusCode.OK);
        Assert.Equal("ben", updated.Text("identity"));
        Assert.Equal("""{"a":1}""", updated.Text("attributes"));
        Assert.Equal(12, updated.Json.GetProperty("last_read_message_index").GetInt32());
        Assert.Equal("2026-01-01T00:00:00Z", updated.Text("last_read_timestamp"));
        Assert.Equal("2020-01-01T00:00:00Z", updated.Text("date_created"));
        (await client.Post($"{participants}/{sid}", (Address, "+15558675310"))).Refused(400, 20001);
    }

    [Fact]
    public async Task The_text_null_removes_proxy_and_projected_address()
    {
        using var client = SandboxClient.Empty();
        var participants = client.Participants(await client.NewConversation());
        var sms = (await client.Post(participants, (Address, "+15558675310"), (ProxyAddress, "+15017122661"))).Text("sid");
        var chat = (await client.Post(participants, ("Identity", "ana"), (ProjectedAddress, "+15017122661"))).Text("sid");
        var withoutProxy = await client.Post($"{participants}/{sms}", (ProxyAddress, "null"));
        Assert.Equal("""{"type":"sms","address":"+15558675310"}""", withoutProxy.Json.GetProperty("messaging_binding").GetRawText());
        var withoutProjection = await client.Post($"{participants}/{chat}", (ProjectedAddress, "null"));
        Assert.Equal("null", withoutProjection.Json.GetProperty("messaging_binding").GetRawText());
        (await client.Post($"{participants}/{chat}", (ProxyAddress, "+15017122661"))).Refused(400, 50441);
        (await client.Post($"{participants}/{sms}", (ProxyAddress, "null"))).Refused(400, 50440);
        (await client.Post($"{participants}/{chat}", (ProjectedAddress, "null"))).Refused(400, 50442);
        (await client.Post($"{participants}/{sms}", (ProjectedAddress, "+15017122661"))).Refused(400, 50443);
    }
}
