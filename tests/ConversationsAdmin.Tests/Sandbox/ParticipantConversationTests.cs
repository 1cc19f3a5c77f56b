using System.Net;
using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class ParticipantConversationTests
{
    private static string Path(SandboxClient client, string? identity = null, string? address = null)
    {
        var query = new List<string>();
        if (identity is not null)
            query.Add($"Identity={Uri.EscapeDataString(identity)}");
        if (address is not null)
            query.Add($"Address={Uri.EscapeDataString(address)}");
        return $"{client.Service}/ParticipantConversations?{string.Join('&', query)}";
    }

    private static string[] Conversations(IEnumerable<JsonElement> items) =>
        [.. items.Select(item => item.GetProperty("conversation_sid").GetString()!).Order()];

    private static (string, string)[] Pair(string proxy) =>
        [("MessagingBinding.Address", "+15558675310"), ("MessagingBinding.ProxyAddress", proxy)];

    [Fact]
    public async Task A_chat_participant_is_shown_with_its_conversation()
    {
        using var client = SandboxClient.Empty(new ManualTime());
        var conversation = await client.NewConversation(
            ("FriendlyName", "Order 1"), ("UniqueName", "o1"), ("Attributes", """{"a":1}"""), ("State", "active"), ("Timers.Inactive", "PT1M"));
        var participant = await client.NewParticipant(conversation, ("Identity", "ana"));
        var user = (await client.Get(client.User("ana"))).Text("sid");
        ExpectedJson.Is(
            $$"""
            {
              "account_sid": "{{client.Server.AccountSid}}",
              "chat_service_sid": "{{client.Server.DefaultServiceSid}}",
              "participant_sid": "{{participant}}",
              "participant_user_sid": "{{user}}",
              "participant_identity": "ana",
              "participant_messaging_binding": null,
              "conversation_sid": "{{conversation}}",
              "conversation_unique_name": "o1",
              "conversation_friendly_name": "Order 1",
              "conversation_attributes": "{\"a\":1}",
              "conversation_date_created": "2026-03-01T12:00:00Z",
              "conversation_date_updated": "2026-03-01T12:00:00Z",
              "conversation_created_by": null,
              "conversation_state": "active",
              "conversation_timers": { "date_inactive": "2026-03-01T12:01:00Z" },
              "links": {
                "participant": "https://conversations.twilio.com{{client.Participants(conversation)}}/{{participant}}",
                "conversation": "https://conversations.twilio.com{{client.Conversations}}/{{conversation}}"
              }
            }
            """,
            (await client.Get(Path(client, "ana"))).Expect(HttpStatusCode.OK).Items().Single());
    }

    [Fact]
    public async Task A_participant_by_address_has_a_binding_and_no_user()
    {
        using var client = SandboxClient.Empty();
        await client.NewParticipant(await client.NewConversation(), Pair("+15017122661"));
        var item = (await client.Get(Path(client, address: "+15558675310"))).Expect(HttpStatusCode.OK).Items().Single();
        Assert.Equal(JsonValueKind.Null, item.GetProperty("participant_user_sid").ValueKind);
        Assert.Equal(JsonValueKind.Null, item.GetProperty("participant_identity").ValueKind);
        Assert.Equal(
            """{"address":"+15558675310","proxy_address":"+15017122661","type":"sms","level":null,"name":null,"projected_address":null}""",
            item.GetProperty("participant_messaging_binding").GetRawText());
    }

    [Fact]
    public async Task Every_conversation_of_the_person_is_found_and_of_nobody_else()
    {
        using var client = SandboxClient.Empty();
        var made = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            made.Add(await client.NewConversation());
            await client.NewParticipant(made[^1], ("Identity", "ana"));
            await client.NewParticipant(made[^1], Pair($"+1501712266{number}"));
        }
        await client.NewParticipant(await client.NewConversation(), ("Identity", "ben"));
        await client.Post($"{client.Conversations}/{made[0]}", ("State", "closed"));
        Assert.Equal(made.Order(), Conversations((await client.Get(Path(client, "ana"))).Items()));
        Assert.Equal(made.Order(), Conversations((await client.Get(Path(client, address: "+15558675310"))).Items()));
        Assert.Empty((await client.Get(Path(client, "nobody"))).Items());
        Assert.Empty((await client.Get(Path(client, address: "+15550000000"))).Items());
        Assert.Empty((await client.Get(Path(client, address: "+15017122660"))).Items());
    }

    [Fact]
    public async Task A_change_of_the_participant_is_seen_at_once()
    {
        using var client = SandboxClient.Empty();
        var (first, second) = (await client.NewConversation(), await client.NewConversation());
        var ana = await client.NewParticipant(first, ("Identity", "ana"));
        await client.NewParticipant(second, ("Identity", "ana"));
        var sms = await client.NewParticipant(second, Pair("+15017122661"));
        await client.Post($"{client.Participants(first)}/{ana}", ("Identity", "ben"));
        await client.Delete($"{client.Participants(second)}/{sms}");
        Assert.Equal([second], Conversations((await client.Get(Path(client, "ana"))).Items()));
        Assert.Equal([first], Conversations((await client.Get(Path(client, "ben"))).Items()));
        Assert.Empty((await client.Get(Path(client, address: "+15558675310"))).Items());
        await client.Delete($"{client.Conversations}/{second}");
        Assert.Empty((await client.Get(Path(client, "ana"))).Items());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("ana", "+15558675310")]
    [InlineData("", null)]
    [InlineData(null, "")]
    public async Task Exactly_one_of_identity_and_address_is_given(string? identity, string? address)
    {
        using var client = SandboxClient.Empty();
        (await client.Get(Path(client, identity, address))).Refused(400, 20001);
    }

    [Fact]
    public async Task A_list_has_pages_of_at_most_50_that_keep_the_filter()
    {
        using var client = SandboxClient.Empty();
        var made = new List<string>();
        for (var number = 0; number < 51; number++)
        {
            made.Add(await client.NewConversation());
            await client.NewParticipant(made[^1], ("Identity", "a+b c"));
        }
        var first = await client.Get(Path(client, "a+b c"));
        Assert.Equal(("conversations", 50), (first.Meta("key"), first.Items().Length));
        Assert.Contains("Identity=a%2Bb%20c&PageSize=50&Page=1&PageToken=", first.Meta("next_page_url"));
        Assert.Equal(made.Order(), Conversations(await client.All(Path(client, "a+b c") + "&PageSize=20")));
        (await client.Get(Path(client, "a+b c") + "&PageSize=51")).Refused(400, 20001);
    }

    [Fact]
    public async Task Another_service_has_other_participants()
    {
        using var client = SandboxClient.Empty();
        await client.NewParticipant(await client.NewConversation(), ("Identity", "ana"));
        var other = (await client.Post("/v1/Services", ("FriendlyName", "Other"))).Text("sid");
        Assert.Empty((await client.Get($"/v1/Services/{other}/ParticipantConversations?Identity=ana")).Items());
    }
}
