using System.Text.Json;
using ConversationsAdmin.Tests.Metadata;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>Each tool of the table is called against the sandboxes: it does what it is for, and takes and answers what it says.</summary>
public sealed class EveryToolTests
{
    [Fact]
    public async Task Each_works_and_keeps_to_its_schemas()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();
        var story = await ToolStory.BeginAsync(client);
        await TwilioAsync(story, gateway.Twilio.DefaultServiceSid);
        await ProxyAsync(story, gateway.Twilio.ProxyServiceSid);
        await TelnyxAsync(story);
        await SunshineAsync(story, gateway.Sunshine.AppId, gateway.Sunshine.SampleUserId);
        Assert.Equal(OperationTable.All.Select(operation => operation.Tool).Order(), story.Called.Order());
    }

    private static async Task TwilioAsync(ToolStory story, string sampleService)
    {
        var service = await story.MakeAsync("create-new-conversation-service-your", "", """{"FriendlyName":"Support"}""");
        var at = Of("ChatServiceSid", service);
        await story.CallAsync("retrieve-list-all-conversation-services", "");
        await story.CallAsync("fetch-conversation-service-your-account", Of("Sid", service));
        await story.CallAsync("fetch-configuration-conversation-service", at);
        await story.CallAsync("update-configuration-settings-conversation-service", at, """{"ReachabilityEnabled":true}""");
        await story.CallAsync("fetch-push-notification-service-settings", at);
        await story.CallAsync("update-push-notification-service-settings", at, """{"LogEnabled":true}""");
        await story.CallAsync("fetch-specific-service-webhook-configuration", at);
        await story.CallAsync("update-specific-webhook", at, """{"PostWebhookUrl":"https://example.com/events","Filters":["onMessageAdded"]}""");
        await BindingsAsync(story, Of("ChatServiceSid", sampleService));
        await RolesAsync(story, at);
        await UsersAndConversationsAsync(story, at);
        await story.DestroyAsync("remove-conversation-service-all-its", Of("Sid", service), service);
    }

    private static async Task BindingsAsync(ToolStory story, string at)
    {
        var page = await story.CallAsync("retrieve-list-all-push-notification", at + ",\"PageSize\":1");
        var binding = page.GetProperty("bindings")[0].GetProperty("sid").GetString()!;
        await story.CallAsync("fetch-push-notification-binding-conversation", With(at, "Sid", binding));
        await story.DestroyAsync("remove-push-notification-binding-conversation", With(at, "Sid", binding), binding);
    }

    private static async Task RolesAsync(ToolStory story, string at)
    {
        var role = await story.MakeAsync(
            "create-new-user-role-your", at, """{"FriendlyName":"Guest","Type":"conversation","Permission":["sendMessage","leaveConversation"]}""");
        await story.CallAsync("retrieve-list-all-user-roles", at);
        await story.CallAsync("fetch-user-role-your-service", With(at, "Sid", role));
        await story.CallAsync("update-existing-user-role-your", With(at, "Sid", role), """{"Permission":["sendMessage"]}""");
        await story.DestroyAsync("remove-user-role-your-service", With(at, "Sid", role), role);
    }

    private static async Task UsersAndConversationsAsync(ToolStory story, string at)
    {
        var user = await story.MakeAsync("add-new-conversation-user-your", at + ",\"X-Twilio-Webhook-Enabled\":true", """{"Identity":"ada"}""");
        await story.CallAsync("retrieve-list-all-conversation-users", at);
        await story.CallAsync("fetch-conversation-user-your-service", With(at, "Sid", user));
        await story.CallAsync("update-existing-conversation-user-your", With(at, "Sid", user), """{"FriendlyName":"Ada","Attributes":{"vip":true}}""");

        var conversation = await story.MakeAsync("create-new-conversation-your-service", at, """{"FriendlyName":"Order","State":"active","Timers.Closed":"P1D"}""");
        var within = With(at, "ConversationSid", conversation);
        await story.CallAsync("retrieve-list-conversations-your-service", With(at, "State", "active"));
        await story.CallAsync("fetch-conversation-your-service", With(at, "Sid", conversation));
        await story.CallAsync("update-existing-conversation-your-service", With(at, "Sid", conversation), """{"State":"inactive"}""");
        var participant = await ParticipantsAsync(story, within);
        await UserConversationsAsync(story, With(at, "UserSid", user), conversation);
        await story.CallAsync("retrieve-list-all-conversations-that", With(at, "Identity", "ada"));
        await MessagesAsync(story, within);
        await WebhooksAsync(story, within);
        await story.DestroyAsync("remove-participant-conversation", With(within, "Sid", participant), participant);
        await story.DestroyAsync("remove-conversation-your-service", With(at, "Sid", conversation), conversation);
        await story.DestroyAsync("remove-conversation-user-your-service", With(at, "Sid", user), user);
    }

    private static async Task<string> ParticipantsAsync(ToolStory story, string within)
    {
        await story.MakeAsync("add-new-participant-conversation-specific", within, """{"Identity":"ada"}""");
        var participant = await story.MakeAsync(
            "add-new-participant-conversation-specific",
            within, """{"MessagingBinding.Address":"+15551230001","MessagingBinding.ProxyAddress":"+15017122661"}""");
        await story.CallAsync("retrieve-list-all-participants-conversation", within);
        await story.CallAsync("fetch-participant-conversation", With(within, "Sid", participant));
        await story.CallAsync("update-existing-participant-conversation", With(within, "Sid", participant), """{"Attributes":"{}"}""");
        return participant;
    }

    private static async Task UserConversationsAsync(ToolStory story, string of, string conversation)
    {
        var one = With(of, "ConversationSid", conversation);
        await story.CallAsync("retrieve-list-all-user-conversations", of);
        await story.CallAsync("fetch-specific-user-conversation", one);
        await story.CallAsync("update-specific-user-conversation", one, """{"NotificationLevel":"muted"}""");
        await story.DestroyAsync("delete-specific-user-conversation", one, conversation);
    }

    private static async Task MessagesAsync(ToolStory story, string within)
    {
        var message = await story.MakeAsync("add-new-message-conversation-specific", within, """{"Author":"ada","Body":"Hello"}""");
        await story.CallAsync("retrieve-list-all-messages-conversation", With(within, "Order", "desc"));
        await story.CallAsync("fetch-message-conversation", With(within, "Sid", message));
        await story.CallAsync("update-existing-message-conversation", With(within, "Sid", message), """{"Body":"Hello again"}""");
        var receipts = await story.CallAsync("retrieve-list-all-delivery-and", With(within, "MessageSid", message));
        var receipt = receipts.GetProperty("delivery_receipts")[0].GetProperty("sid").GetString()!;
        await story.CallAsync("fetch-delivery-and-read-receipts", With(With(within, "MessageSid", message), "Sid", receipt));
        await story.DestroyAsync("remove-message-conversation", With(within, "Sid", message), message);
    }

    private static async Task WebhooksAsync(ToolStory story, string within)
    {
        var webhook = await story.MakeAsync(
            "create-new-webhook-scoped-conversation",
            within, """{"Target":"webhook","Configuration.Url":"https://example.com/events","Configuration.Filters":["onMessageAdded"]}""");
        await story.CallAsync("retrieve-list-all-webhooks-scoped", within);
        await story.CallAsync("fetch-configuration-conversation-scoped-webhook", With(within, "Sid", webhook));
        await story.CallAsync("update-existing-conversation-scoped-webhook", With(within, "Sid", webhook), """{"Configuration.Method":"get"}""");
        await story.DestroyAsync("remove-existing-webhook-scoped-conversation", With(within, "Sid", webhook), webhook);
    }

    private static async Task ProxyAsync(ToolStory story, string service)
    {
        var at = Of("ServiceSid", service);
        var session = await story.MakeAsync(
            "create-new-proxy-session", at, """{"UniqueName":"order 4711","Participants":[{"Identifier":"+12025550111"},{"Identifier":"+12025550122"}]}""");
        await story.CallAsync("retrieve-list-all-proxy-sessions", at);
        await story.CallAsync("fetch-specific-proxy-session", With(at, "Sid", session));
        await story.CallAsync("update-specific-proxy-session", With(at, "Sid", session), """{"Status":"closed"}""");
        await story.DestroyAsync("delete-specific-proxy-session", With(at, "Sid", session), session);
    }

    private static async Task TelnyxAsync(ToolStory story)
    {
        var conversation = await story.MakeAsync("create-new-telnyx-conversation", Of("Idempotency-Key", "one"), """{"name":"Order","metadata":{"channel":"voice","vip":true}}""", "id");
        var one = Of("conversation_id", conversation);
        var page = await story.CallAsync("retrieve-list-all-telnyx-conversations", With(Of("name", "eq.Order"), "metadata->channel", "eq.voice"));
        Assert.Contains(page.GetProperty("data").EnumerateArray(), row => row.GetProperty("id").GetString() == conversation);
        await story.CallAsync("fetch-specific-telnyx-conversation", one);
        await story.CallAsync("update-specific-telnyx-conversation", one, """{"metadata":{"channel":"chat"}}""");
        await story.CallAsync("retrieve-telnyx-conversation-messages", one);
        await story.CallAsync("retrieve-telnyx-conversation-insights", one);
        await story.DestroyAsync("delete-specific-telnyx-conversation", one, conversation);
    }

    private static async Task SunshineAsync(ToolStory story, string app, string user)
    {
        var at = Of("appId", app);
        var made = await story.CallAsync("create-new-sunshine-conversation", at, $$"""{"type":"sdkGroup","displayName":"Order","participants":[{"userId":"{{user}}","subscribeSDKClient":false}]}""");
        var conversation = made.GetProperty("conversation").GetProperty("id").GetString()!;
        var one = With(at, "conversationId", conversation);
        await story.CallAsync("retrieve-list-all-sunshine-conversations", With(at, "filter[userId]", user));
        await story.CallAsync("fetch-specific-sunshine-conversation", one);
        var changed = await story.CallAsync("update-specific-sunshine-conversation", one, """{"displayName":null}""");
        Assert.NotEqual(JsonValueKind.String, changed.GetProperty("conversation").TryGetProperty("displayName", out var name) ? name.ValueKind : JsonValueKind.Null);
        await story.DestroyAsync("delete-specific-sunshine-conversation", one, conversation);
    }

    private static string Of(string name, string value) => $"\"{name}\":\"{value}\"";

    private static string With(string arguments, string name, string value) => $"{arguments},{Of(name, value)}";
}
