using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class ServiceNotificationTests
{
    private static string Path(SandboxClient client) => client.Configuration + "/Notifications";

    [Fact]
    public async Task A_new_service_notifies_of_nothing()
    {
        using var client = SandboxClient.Empty();
        ExpectedJson.Is(
            $$"""
            {
              "account_sid": "{{client.Server.AccountSid}}",
              "chat_service_sid": "{{client.Server.DefaultServiceSid}}",
              "log_enabled": false,
              "added_to_conversation": { "enabled": false, "template": null, "sound": null },
              "new_message": {
                "enabled": false, "template": null, "badge_count_enabled": false, "sound": null,
                "with_media": { "enabled": false, "template": null }
              },
              "removed_from_conversation": { "enabled": false, "template": null, "sound": null },
              "url": "https://conversations.twilio.com{{Path(client)}}"
            }
            """,
            (await client.Get(Path(client))).Expect(HttpStatusCode.OK).Json);
    }

    [Fact]
    public async Task All_thirteen_fields_are_written_where_they_belong()
    {
        using var client = SandboxClient.Empty();
        var updated = (await client.Post(
            Path(client),
            ("LogEnabled", "true"),
            ("NewMessage.Enabled", "true"),
            ("NewMessage.Template", "new: ${MESSAGE}"),
            ("NewMessage.Sound", "ring"),
            ("NewMessage.BadgeCountEnabled", "true"),
            ("NewMessage.WithMedia.Enabled", "true"),
            ("NewMessage.WithMedia.Template", "media"),
            ("AddedToConversation.Enabled", "true"),
            ("AddedToConversation.Template", "added"),
            ("AddedToConversation.Sound", "ding"),
            ("RemovedFromConversation.Enabled", "true"),
            ("RemovedFromConversation.Template", "removed"),
            ("RemovedFromConversation.Sound", "dong"))).Expect(HttpStatusCode.OK);
        ExpectedJson.Is(
            $$"""
            {
              "account_sid": "{{client.Server.AccountSid}}",
              "chat_service_sid": "{{client.Server.DefaultServiceSid}}",
              "log_enabled": true,
              "added_to_conversation": { "enabled": true, "template": "added", "sound": "ding" },
              "new_message": {
                "enabled": true, "template": "new: ${MESSAGE}", "badge_count_enabled": true, "sound": "ring",
                "with_media": { "enabled": true, "template": "media" }
              },
              "removed_from_conversation": { "enabled": true, "template": "removed", "sound": "dong" },
              "url": "https://conversations.twilio.com{{Path(client)}}"
            }
            """,
            updated.Json);
        Assert.Equal(updated.Body, (await client.Get(Path(client))).Body);
    }

    [Fact]
    public async Task An_update_leaves_what_it_does_not_name()
    {
        using var client = SandboxClient.Empty();
        await client.Post(Path(client), ("NewMessage.Enabled", "true"), ("NewMessage.Template", "a"), ("LogEnabled", "true"));
        var updated = await client.Post(Path(client), ("NewMessage.Template", "b"), ("LogEnabled", "false"));
        var message = updated.Json.GetProperty("new_message");
        Assert.True(message.GetProperty("enabled").GetBoolean());
        Assert.Equal("b", message.GetProperty("template").GetString());
        Assert.False(updated.Json.GetProperty("log_enabled").GetBoolean());
    }

    [Theory]
    [InlineData("NewMessage.Enabled", "on")]
    [InlineData("NewMessage.WithMedia.Sound", "ring")]
    [InlineData("AddedToConversation.BadgeCountEnabled", "true")]
    [InlineData("NewMessage", "true")]
    public async Task Anything_else_is_refused(string name, string value)
    {
        using var client = SandboxClient.Empty();
        Assert.Contains(name, (await client.Post(Path(client), (name, value))).Refused(400, 20001).Message);
    }
}
