using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ScopedWebhookJson
{
    public static void Write(Utf8JsonWriter json, Account account, ScopedWebhook webhook)
    {
        var conversation = webhook.Conversation;
        json.WriteStartObject();
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", conversation.Service.Sid);
        json.WriteString("conversation_sid", conversation.Sid);
        json.WriteString("sid", webhook.Sid);
        json.WriteString("target", webhook.Target);
        WriteConfiguration(json, webhook);
        json.WriteString("date_created", TwilioDate.Text(webhook.DateCreated));
        json.WriteString("date_updated", TwilioDate.Text(webhook.DateUpdated));
        json.WriteString("url", $"{ConversationJson.AddressOf(account, conversation)}/Webhooks/{webhook.Sid}");
        json.WriteEndObject();
    }

    private static void WriteConfiguration(Utf8JsonWriter json, ScopedWebhook webhook)
    {
        json.WriteStartObject("configuration");
        if (webhook.Target == WebhookTarget.Studio)
        {
            json.WriteString("flow_sid", webhook.FlowSid);
        }
        else
        {
            json.WriteString("url", webhook.Url);
            json.WriteString("method", webhook.Method);
            json.WriteStartArray("filters");
            foreach (var filter in webhook.Filters)
                json.WriteStringValue(filter);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
