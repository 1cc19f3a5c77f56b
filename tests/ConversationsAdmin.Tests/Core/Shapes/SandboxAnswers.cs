using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Tests.Core.Shapes;

/// <summary>What the sandboxes answer to every operation that the product offers, each sent once at least.</summary>
internal static class SandboxAnswers
{
    private static readonly SandboxOptions Options = new() { Conversations = 300 };
    private static readonly Lazy<Task<List<GivenAnswer>>> Answers = new(CollectAsync);

    public static Task<List<GivenAnswer>> AllAsync() => Answers.Value;

    private static async Task<List<GivenAnswer>> CollectAsync()
    {
        List<GivenAnswer> answers = [];
        await TwilioAsync(answers);
        await TelnyxAsync(answers);
        await SunshineAsync(answers);
        return answers;
    }

    private static async Task TwilioAsync(List<GivenAnswer> answers)
    {
        var sandbox = new TwilioSandbox(Options);
        await sandbox.Ready;
        using var session = Connect.To(sandbox);
        var send = new AnswerCollector(session, answers) { ["ServiceSid"] = sandbox.DefaultServiceSid, ["ProxyServiceSid"] = sandbox.ProxyServiceSid };
        await SampleAsync(send);
        send["ServiceSid"] = (await send.SendAsync(ServiceResource.Create, ("FriendlyName", "Shapes"))).First("sid");
        await ServiceAsync(send);
        await ConversationAsync(send);
        await RemoveAsync(send);
        await ProxyAsync(send);
    }

    // Only what the sandbox makes up has devices, and talk of several people.
    private static async Task SampleAsync(AnswerCollector send)
    {
        await send.SendAsync(ServiceResource.List);
        send["BindingSid"] = (await send.SendAsync(BindingResource.List)).First("sid");
        await send.SendAsync(BindingResource.Fetch);
        await send.SendAsync(BindingResource.Delete);
        foreach (var conversation in (await send.SendAsync(ConversationResource.List)).Resources.Take(30))
        {
            send["ConversationSid"] = conversation.GetProperty("sid").GetString()!;
            await send.SendAsync(ParticipantResource.List);
            foreach (var message in (await send.SendAsync(MessageResource.List)).Resources.Take(3))
            {
                send["MessageSid"] = message.GetProperty("sid").GetString()!;
                await send.SendAsync(MessageReceiptResource.List);
            }
        }

        foreach (var user in (await send.SendAsync(UserResource.List)).Resources.Take(10))
        {
            send["UserSid"] = user.GetProperty("sid").GetString()!;
            await send.SendAsync(UserConversationResource.List);
        }
    }

    private static async Task ServiceAsync(AnswerCollector send)
    {
        await send.SendAsync(ServiceResource.Fetch);
        await send.SendAsync(ServiceConfigurationResource.Fetch);
        await send.SendAsync(ServiceConfigurationResource.Update, ("ReachabilityEnabled", true));
        await send.SendAsync(ServiceNotificationResource.Fetch);
        await send.SendAsync(
            ServiceNotificationResource.Update, ("NewMessage.Enabled", true), ("NewMessage.WithMedia.Template", "New: ${MEDIA}"), ("AddedToConversation.Sound", "ring"));
        await send.SendAsync(ServiceWebhookResource.Fetch);
        await send.SendAsync(
            ServiceWebhookResource.Update, ("PostWebhookUrl", "https://example.com/events"), ("Filters", "onMessageAdded"), ("Method", "POST"));
        send["RoleSid"] = (await send.SendAsync(
            RoleResource.Create, ("FriendlyName", "agent"), ("Type", "service"), ("Permission", "createConversation"))).First("sid");
        await send.SendAsync(RoleResource.List);
        await send.SendAsync(RoleResource.Fetch);
        await send.SendAsync(RoleResource.Update, ("Permission", "joinConversation"));
        send["UserSid"] = (await send.SendAsync(UserResource.Create, ("Identity", "ada"))).First("sid");
        await send.SendAsync(UserResource.Fetch);
        await send.SendAsync(UserResource.Update, ("FriendlyName", "Ada"));
    }

    private static async Task ConversationAsync(AnswerCollector send)
    {
        await send.SendAsync(ConversationResource.Create);
        send["ConversationSid"] = (await send.SendAsync(
            ConversationResource.Create, ("UniqueName", "order-66"), ("State", "active"), ("Timers.Inactive", "PT10M"), ("Timers.Closed", "P1D"),
            ("Bindings.Email.Address", "ada@example.com"))).First("sid");
        await send.SendAsync(ConversationResource.List);
        await send.SendAsync(ConversationResource.Fetch);
        await send.SendAsync(ConversationResource.Update, ("FriendlyName", "Order"));
        await send.SendAsync(
            ParticipantResource.Create, ("MessagingBinding.Address", "+15558675310"), ("MessagingBinding.ProxyAddress", "+15017122661"));
        send["ParticipantSid"] = (await send.SendAsync(ParticipantResource.Create, ("Identity", "ada"))).First("sid");
        send["MessageSid"] = (await send.SendAsync(MessageResource.Create, ("Author", "ada"), ("Body", "Hello"))).First("sid");
        await send.SendAsync(MessageResource.Create, ("MediaSid", "ME" + new string('0', 32)));
        await send.SendAsync(MessageResource.Create, ("ContentSid", "HX" + new string('0', 32)));
        await send.SendAsync(ParticipantResource.List);
        await send.SendAsync(ParticipantResource.Fetch);
        await send.SendAsync(ParticipantResource.Update, ("LastReadMessageIndex", 0), ("LastReadTimestamp", "2026-01-31T08:00:00Z"));
        await send.SendAsync(MessageResource.List);
        await send.SendAsync(MessageResource.Fetch);
        await send.SendAsync(MessageResource.Update, ("Body", "Hello again"));
        send["ReceiptSid"] = (await send.SendAsync(MessageReceiptResource.List)).First("sid");
        await send.SendAsync(MessageReceiptResource.Fetch);
        await send.SendAsync(ParticipantConversationResource.List, ("Identity", "ada"));
        await send.SendAsync(ParticipantConversationResource.List, ("Address", "+15558675310"));
        await send.SendAsync(UserConversationResource.List);
        await send.SendAsync(UserConversationResource.Fetch);
        await send.SendAsync(UserConversationResource.Update, ("NotificationLevel", "muted"), ("LastReadMessageIndex", 0));
        await send.SendAsync(WebhookResource.Create, ("Target", "studio"), ("Configuration.FlowSid", "FW" + new string('0', 32)));
        await send.SendAsync(
            WebhookResource.Create, ("Target", "trigger"), ("Configuration.Url", "https://example.com/a"), ("Configuration.Triggers", "help"));
        send["WebhookSid"] = (await send.SendAsync(
            WebhookResource.Create, ("Target", "webhook"), ("Configuration.Url", "https://example.com/a"), ("Configuration.Filters", "onMessageAdded"))).First("sid");
        await send.SendAsync(WebhookResource.List);
        await send.SendAsync(WebhookResource.Fetch);
        await send.SendAsync(WebhookResource.Update, ("Configuration.Method", "get"));
    }

    private static async Task RemoveAsync(AnswerCollector send)
    {
        await send.SendAsync(WebhookResource.Delete);
        await send.SendAsync(MessageResource.Delete);
        await send.SendAsync(UserConversationResource.Delete);
        send["ParticipantSid"] = (await send.SendAsync(ParticipantResource.Create, ("Identity", "ada"))).First("sid");
        await send.SendAsync(ParticipantResource.Delete);
        await send.SendAsync(ConversationResource.Delete);
        await send.SendAsync(UserResource.Delete);
        await send.SendAsync(RoleResource.Delete);
        await send.SendAsync(ServiceResource.Delete);
    }

    private static async Task ProxyAsync(AnswerCollector send)
    {
        await send.SendAsync(ProxySessionResource.List);
        await send.SendAsync(ProxySessionResource.Create);
        await send.SendAsync(ProxySessionResource.Create, ("DateExpiry", DateTimeOffset.UtcNow.AddDays(1)));
        send["SessionSid"] = (await send.SendAsync(ProxySessionResource.Create, ("UniqueName", "order-66"), ("Ttl", 3600))).First("sid");
        await send.SendAsync(ProxySessionResource.Fetch);
        await send.SendAsync(ProxySessionResource.Update, ("Status", "closed"));
        await send.SendAsync(ProxySessionResource.Delete);
    }

    private static async Task TelnyxAsync(List<GivenAnswer> answers)
    {
        using var session = ProviderSessions.To(new TelnyxSandbox(Options));
        var send = new AnswerCollector(session, answers);
        foreach (var conversation in (await send.SendAsync(TelnyxConversationResource.List)).Resources.Take(30))
        {
            send["ConversationId"] = conversation.GetProperty("id").GetString()!;
            await send.SendAsync(TelnyxConversationMessageResource.List);
            await send.SendAsync(TelnyxConversationInsightResource.List);
        }

        await send.SendAsync(TelnyxConversationResource.Create);
        send["ConversationId"] = (await send.SendAsync(
            TelnyxConversationResource.Create, ("name", "Shapes"), ("metadata", """{"topic":"billing","tags":["a"]}"""))).First("id");
        await send.SendAsync(TelnyxConversationResource.Fetch);
        await send.SendAsync(TelnyxConversationResource.Update, ("metadata", """{"topic":"sales"}"""));
        await send.SendAsync(TelnyxConversationResource.Delete);
    }

    private static async Task SunshineAsync(List<GivenAnswer> answers)
    {
        var sandbox = new SunshineSandbox(Options);
        using var session = ProviderSessions.To(sandbox);
        var send = new AnswerCollector(session, answers) { ["AppId"] = sandbox.AppId };
        var first = await send.SendAsync(SunshineConversationResource.List, ("filter[userId]", sandbox.SampleUserId), ("page[size]", 2));
        var cursor = first.Body!.Value.GetProperty("meta").GetProperty("afterCursor").GetString();
        await send.SendAsync(SunshineConversationResource.List, ("filter[userId]", sandbox.SampleUserId), ("page[size]", 2), ("page[after]", cursor));
        await send.SendAsync(SunshineConversationResource.List, ("filter[userId]", sandbox.SampleUserId), ("page[size]", 100));
        await send.SendAsync(SunshineConversationResource.Create, ("type", "sdkGroup"));
        var participant = $$"""{"userId":"{{sandbox.SampleUserId}}","subscribeSDKClient":true}""";
        send["ConversationId"] = (await send.SendAsync(
            SunshineConversationResource.Create, ("type", "sdkGroup"), ("participants", participant), ("displayName", "Shapes"))).First("id");
        await send.SendAsync(SunshineConversationResource.Fetch);
        await send.SendAsync(
            SunshineConversationResource.Update, ("iconUrl", "https://example.com/icon.png"), ("description", "A talk"), ("metadata", """{"topic":"billing"}"""));
        await send.SendAsync(SunshineConversationResource.Delete);
    }
}
