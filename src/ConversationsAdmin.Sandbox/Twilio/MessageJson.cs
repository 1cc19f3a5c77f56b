using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class MessageJson
{
    public static string AddressOf(Account account, Message message) =>
        $"{ConversationJson.AddressOf(account, message.Conversation)}/Messages/{message.Sid}";

    public static void Write(Utf8JsonWriter json, Account account, Message message)
    {
        var address = AddressOf(account, message);
        json.WriteStartObject();
        json.WriteString("sid", message.Sid);
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", message.Conversation.Service.Sid);
        json.WriteString("conversation_sid", message.Conversation.Sid);
        json.WriteString("body", message.Body);
        WriteMedia(json, message.MediaSid);
        json.WriteString("author", message.Author);
        json.WriteString("participant_sid", message.ParticipantSid);
        json.WriteString("attributes", message.Attributes);
        json.WriteString("date_created", TwilioDate.Text(message.DateCreated));
        json.WriteString("date_updated", message.DateUpdated is { } updated ? TwilioDate.Text(updated) : null);
        json.WriteNumber("index", message.Index);
        DeliverySummary.Write(json, message);
        json.WriteString("content_sid", message.ContentSid);
        json.WriteString("url", address);
        json.WriteStartObject("links");
        json.WriteString("delivery_receipts", $"{address}/Receipts");
        json.WriteString("channel_metadata", $"{address}/ChannelMetadata");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Nothing is uploaded to the sandbox, so all media look alike but for the identifier.
    private static void WriteMedia(Utf8JsonWriter json, string? mediaSid)
    {
        if (mediaSid is null)
        {
            json.WriteNull("media");
            return;
        }
        json.WriteStartArray("media");
        json.WriteStartObject();
        json.WriteString("sid", mediaSid);
        json.WriteNumber("size", 42056);
        json.WriteString("content_type", "image/jpeg");
        json.WriteString("filename", "picture.jpg");
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
