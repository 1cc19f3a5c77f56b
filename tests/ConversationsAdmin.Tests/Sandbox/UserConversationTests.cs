using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class UserConversationTests
{
    private static string Path(SandboxClient client, string user, string? conversation = null) =>
        $"{client.User(user)}/Conversations{(conversation is null ? "" : "/" + Uri.EscapeDataString(conversation))}";

    [Fact]
    public async Task A_user_conversation_joins_the_conversation_and_the_participant()
    {
        using var client = SandboxClient.Empty(new ManualTime());
        var conversation = await client.NewConversation(
            ("FriendlyName", "Order 1"), ("UniqueName", "a/1"), ("Attributes", """{"a":1}"""), ("State", "active"), ("Timers.Inactive", "PT1M"));
        var participant = await client.NewParticipant(conversation, ("Identity", "ana"));
        var user = (await client.Get(client.User("ana"))).Text("sid")!;
        ExpectedJson.Is(
            $$"""
            {
              "account_sid": "{{client.Server.AccountSid}}",
              "chat_service_sid": "{{client.Server.DefaultServiceSid}}",
              "conversation_sid": "{{conversation}}",
              "unread_messages_count": 0,
              "last_read_message_index": null,
              "participant_sid": "{{participant}}",
              "user_sid": "{{user}}",
              "friendly_name": "Order 1",
              "conversation_state": "active",
              "timers": { "date_inactive": "2026-03-01T12:01:00Z" },
              "attributes": "{\"a\":1}",
              "date_created": "2026-03-01T12:00:00Z",
              "date_updated": "2026-03-01T12:00:00Z",
              "created_by": null,
              "notification_level": "default",
              "unique_name": "a/1",
              "url": "https://conversations.twilio.com{{Path(client, user, conversation)}}",
              "links": {
                "participant": "https://conversations.twilio.com{{client.Participants(conversation)}}/{{participant}}",
                "conversation": "https://conversations.twilio.com{{client.Conversations}}/{{conversation}}"
              }
            }
            """,
            (await client.Get(Path(client, user, conversation))).Expect(HttpStatusCode.OK).Json);
    }

    [Fact]
    public async Task User_and_conversation_are_found_by_sid_and_by_name()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation(("UniqueName", "a/1"));
        await client.NewParticipant(conversation, ("Identity", "ana@example.com"));
        var user = (await client.Get(client.User("ana@example.com"))).Text("sid")!;
        var expected = (await client.Get(Path(client, user, conversation))).Expect(HttpStatusCode.OK).Body;
        Assert.Equal(expected, (await client.Get(Path(client, "ana@example.com", "a/1"))).Body);
        Assert.Equal(expected, (await client.Get(Path(client, user, "a/1"))).Body);
    }

    [Fact]
    public async Task A_user_has_the_conversations_in_which_it_takes_part_closed_ones_too()
    {
        using var client = SandboxClient.Empty();
        var (open, closed, left) = (await client.NewConversation(), await client.NewConversation(), await client.NewConversation());
        foreach (var conversation in new[] { open, closed, left })
            await client.NewParticipant(conversation, ("Identity", "ana"));
        await client.NewParticipant(open, ("Identity", "ben"));
        await client.Post($"{client.Conversations}/{closed}", ("State", "closed"));
        await client.Delete($"{client.Conversations}/{left}");
        var states = (await client.Get(Path(client, "ana"))).Items()
            .ToDictionary(item => item.GetProperty("conversation_sid").GetString()!, item => item.GetProperty("conversation_state").GetString());
        Assert.Equal(new Dictionary<string, string?> { [open] = "active", [closed] = "closed" }, states);
        Assert.Single((await client.Get(Path(client, "ben"))).Items());
        await client.NewUser("cleo");
        Assert.Empty((await client.Get(Path(client, "cleo"))).Items());
    }

    [Fact]
    public async Task A_timer_that_has_run_out_shows()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time);
        var conversation = await client.NewConversation(("State", "active"), ("Timers.Closed", "PT10M"));
        await client.NewParticipant(conversation, ("Identity", "ana"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("closed", (await client.Get(Path(client, "ana"))).Items()[0].GetProperty("conversation_state").GetString());
        Assert.Equal("closed", (await client.Get(Path(client, "ana", conversation))).Text("conversation_state"));
    }

    [Fact]
    public async Task A_list_has_pages_of_at_most_50()
    {
        using var client = SandboxClient.Empty();
        var made = new List<string>();
        for (var number = 0; number < 51; number++)
        {
            made.Add(await client.NewConversation());
            await client.NewParticipant(made[^1], ("Identity", "ana"));
        }
        var first = await client.Get(Path(client, "ana"));
        Assert.Equal(("conversations", 50), (first.Meta("key"), first.Items().Length));
        var all = await client.All(Path(client, "ana") + "?PageSize=20");
        Assert.Equal(made.Order(), all.Select(item => item.GetProperty("conversation_sid").GetString()!).Order());
        (await client.Get(Path(client, "ana") + "?PageSize=51")).Refused(400, 20001);
    }

    [Fact]
    public async Task An_update_writes_the_level_and_what_the_participant_has_read()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var participant = await client.NewParticipant(conversation, ("Identity", "ana"));
        var path = Path(client, "ana", conversation);
        var updated = (await client.Post(
            path,
            ("NotificationLevel", "muted"),
            ("LastReadMessageIndex", "12"),
            ("LastReadTimestamp", "2026-01-01T00:00:00Z"))).Expect(HttpStatusCode.OK);
        Assert.Equal("muted", updated.Text("notification_level"));
        Assert.Equal(12, updated.Json.GetProperty("last_read_message_index").GetInt32());
        Assert.Equal(updated.Body, (await client.Get(path)).Body);
        var seen = await client.Get($"{client.Participants(conversation)}/{participant}");
        Assert.Equal(12, seen.Json.GetProperty("last_read_message_index").GetInt32());
        Assert.Equal("2026-01-01T00:00:00Z", seen.Text("last_read_timestamp"));
        Assert.Equal("muted", (await client.Post(path, ("LastReadMessageIndex", "13"))).Text("notification_level"));
        Assert.Equal("default", (await client.Post(path, ("NotificationLevel", "default"))).Text("notification_level"));
    }

    [Theory]
    [InlineData("NotificationLevel", "loud")]
    [InlineData("LastReadMessageIndex", "-1")]
    [InlineData("LastReadTimestamp", "yesterday")]
    [InlineData("FriendlyName", "x")]
    public async Task A_bad_field_is_refused(string name, string value)
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        await client.NewParticipant(conversation, ("Identity", "ana"));
        Assert.Contains(name, (await client.Post(Path(client, "ana", conversation), (name, value))).Refused(400, 20001).Message);
    }

    [Fact]
    public async Task A_closed_conversation_is_not_updated()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        await client.NewParticipant(conversation, ("Identity", "ana"));
        await client.Post($"{client.Conversations}/{conversation}", ("State", "closed"));
        (await client.Post(Path(client, "ana", conversation), ("NotificationLevel", "muted"))).Refused(400, 50377);
        (await client.Delete(Path(client, "ana", conversation))).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Deleting_makes_the_user_leave_and_nobody_else()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation(("UniqueName", "talk"));
        await client.NewParticipant(conversation, ("Identity", "ana"));
        var ben = await client.NewParticipant(conversation, ("Identity", "ben"));
        Assert.Empty((await client.Delete(Path(client, "ana", "talk"))).Expect(HttpStatusCode.NoContent).Body);
        Assert.Equal([ben], (await client.Get(client.Participants(conversation))).Sids());
        (await client.Get(Path(client, "ana", conversation))).Refused(404, 20404);
        (await client.Post(Path(client, "ana", conversation))).Refused(404, 20404);
        (await client.Delete(Path(client, "ana", conversation))).Refused(404, 20404);
        Assert.Empty((await client.Get(Path(client, "ana"))).Items());
        (await client.Get(client.User("ana"))).Expect(HttpStatusCode.OK);
        await client.NewParticipant(conversation, ("Identity", "ana"));
    }

    [Fact]
    public async Task A_missing_user_is_told_apart_from_a_missing_conversation()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        await client.NewUser("ana");
        Assert.Contains("ben", (await client.Get(Path(client, "ben"))).Refused(404, 50200).Message);
        (await client.Get(Path(client, "ben", conversation))).Refused(404, 50200);
        (await client.Post(Path(client, "ben", conversation))).Refused(404, 50200);
        (await client.Delete(Path(client, "ben", conversation))).Refused(404, 50200);
        (await client.Get(Path(client, "ana", conversation))).Refused(404, 20404);
        (await client.Get(Path(client, "ana", "nothing"))).Refused(404, 20404);
    }

    [Fact]
    public async Task Writing_takes_no_webhook_header()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        await client.NewParticipant(conversation, ("Identity", "ana"));
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Delete })
        {
            var request = new HttpRequestMessage(method, Path(client, "ana", conversation));
            request.Headers.Add("X-Twilio-Webhook-Enabled", "true");
            (await client.Send(request)).Refused(400, 20001);
        }
    }
}
