using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>The webhooks of a whole service, of which it has one set.</summary>
internal static class ServiceWebhookEndpoints
{
    private const string Path = "/v1/Services/{ChatServiceSid}/Configuration/Webhooks";

    private const string PreWebhookUrl = "PreWebhookUrl";
    private const string PostWebhookUrl = "PostWebhookUrl";
    private const string Filters = "Filters";
    private const string Method = "Method";

    private static readonly string[] Events =
    [
        "onConversationAdd", "onConversationAdded", "onConversationRemove", "onConversationRemoved", "onConversationUpdate",
        "onConversationUpdated", "onConversationStateUpdated", "onMessageAdd", "onMessageAdded", "onMessageRemove", "onMessageRemoved",
        "onMessageUpdate", "onMessageUpdated", "onParticipantAdd", "onParticipantAdded", "onParticipantRemove", "onParticipantRemoved",
        "onParticipantUpdate", "onParticipantUpdated", "onDeliveryUpdated",
    ];

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", Path, Show),
        new("POST", Path, Update)
        {
            Form = new FieldSet(
                new WebhookUrlField(PreWebhookUrl) { MayBeEmpty = true },
                new WebhookUrlField(PostWebhookUrl) { MayBeEmpty = true },
                new ChoiceField(Filters, Events) { Repeats = true },
                new ChoiceField(Method, "GET", "POST")),
        },
    ];

    private static Answer Update(Call call)
    {
        var (form, webhooks) = (call.Form, call.Service().Webhooks);
        webhooks.PreWebhookUrl = Changed(form, PreWebhookUrl, webhooks.PreWebhookUrl);
        webhooks.PostWebhookUrl = Changed(form, PostWebhookUrl, webhooks.PostWebhookUrl);
        webhooks.Filters = form.Has(Filters) ? form.Texts(Filters) : webhooks.Filters;
        webhooks.Method = form.Text(Method) ?? webhooks.Method;
        return Show(call);
    }

    private static string? Changed(FieldValues form, string field, string? old) => form.Text(field) switch
    {
        null => old,
        "" => null,
        var given => given,
    };

    private static Answer Show(Call call)
    {
        var service = call.Service();
        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("account_sid", call.Account.Sid);
            json.WriteString("chat_service_sid", service.Sid);
            json.WriteString("pre_webhook_url", service.Webhooks.PreWebhookUrl);
            json.WriteString("post_webhook_url", service.Webhooks.PostWebhookUrl);
            json.WriteStartArray("filters");
            foreach (var filter in service.Webhooks.Filters)
                json.WriteStringValue(filter);
            json.WriteEndArray();
            json.WriteString("method", service.Webhooks.Method);
            json.WriteString("url", ServiceJson.AddressOf(call.Account, service) + "/Configuration/Webhooks");
            json.WriteEndObject();
        });
    }
}
