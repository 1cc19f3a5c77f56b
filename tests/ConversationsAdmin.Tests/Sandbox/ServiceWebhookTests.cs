using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class ServiceWebhookTests
{
    private static string Path(SandboxClient client) => client.Configuration + "/Webhooks";

    private static string[] Filters(SandboxAnswer answer) =>
        [.. answer.Json.GetProperty("filters").EnumerateArray().Select(filter => filter.GetString()!)];

    [Fact]
    public async Task A_new_service_calls_nobody()
    {
        using var client = SandboxClient.Empty();
        ExpectedJson.Is(
            $$"""
            {
              "account_sid": "{{client.Server.AccountSid}}",
              "chat_service_sid": "{{client.Server.DefaultServiceSid}}",
              "pre_webhook_url": null,
              "post_webhook_url": null,
              "filters": [],
              "method": "POST",
              "url": "https://conversations.twilio.com{{Path(client)}}"
            }
            """,
            (await client.Get(Path(client))).Expect(HttpStatusCode.OK).Json);
    }

    [Fact]
    public async Task An_update_replaces_the_filters_and_leaves_what_it_does_not_name()
    {
        using var client = SandboxClient.Empty();
        var first = (await client.Post(
            Path(client),
            ("PreWebhookUrl", "https://example.com/pre"),
            ("PostWebhookUrl", "http://example.com/post"),
            ("Filters", "onMessageRemoved"),
            ("Filters", "onParticipantAdded"),
            ("Method", "GET"))).Expect(HttpStatusCode.OK);
        Assert.Equal("https://example.com/pre", first.Text("pre_webhook_url"));
        Assert.Equal("http://example.com/post", first.Text("post_webhook_url"));
        Assert.Equal(["onMessageRemoved", "onParticipantAdded"], Filters(first));
        Assert.Equal("GET", first.Text("method"));

        var second = await client.Post(Path(client), ("Filters", "onConversationStateUpdated"), ("PreWebhookUrl", ""));
        Assert.Equal(["onConversationStateUpdated"], Filters(second));
        Assert.Null(second.Text("pre_webhook_url"));
        Assert.Equal("http://example.com/post", second.Text("post_webhook_url"));
        Assert.Equal("GET", second.Text("method"));
        Assert.Equal(second.Body, (await client.Get(Path(client))).Body);
    }

    [Theory]
    [InlineData("Method", "get")]
    [InlineData("Method", "PUT")]
    [InlineData("Filters", "onUserAdded")]
    [InlineData("Filters", "onmessageadded")]
    [InlineData("PreWebhookUrl", "/hooks")]
    [InlineData("PostWebhookUrl", "ftp://example.com")]
    [InlineData("Target", "webhook")]
    public async Task A_value_that_is_not_documented_is_refused(string name, string value)
    {
        using var client = SandboxClient.Empty();
        Assert.Contains(name, (await client.Post(Path(client), (name, value))).Refused(400, 20001).Message);
    }

    [Theory]
    [InlineData("PreWebhookUrl")]
    [InlineData("PostWebhookUrl")]
    public async Task An_address_has_at_most_512_characters(string name)
    {
        using var client = SandboxClient.Empty();
        var longest = "https://example.com/".PadRight(512, 'x');
        (await client.Post(Path(client), (name, longest + "x"))).Refused(400, 50372);
        (await client.Post(Path(client), (name, longest))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_documented_event_is_a_filter()
    {
        using var client = SandboxClient.Empty();
        string[] events =
        [
            "onParticipantAdd", "onParticipantAdded", "onDeliveryUpdated", "onConversationUpdated", "onConversationRemove",
            "onParticipantRemove", "onConversationUpdate", "onMessageAdd", "onMessageRemoved", "onParticipantUpdated",
            "onConversationAdded", "onMessageAdded", "onConversationAdd", "onConversationRemoved", "onParticipantUpdate",
            "onMessageRemove", "onMessageUpdated", "onParticipantRemoved", "onMessageUpdate", "onConversationStateUpdated",
        ];
        var updated = (await client.Post(Path(client), [.. events.Select(name => ("Filters", name))])).Expect(HttpStatusCode.OK);
        Assert.Equal(events, Filters(updated));
    }
}
