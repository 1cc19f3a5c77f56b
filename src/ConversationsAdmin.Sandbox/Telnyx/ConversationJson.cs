using System.Text.Json;
using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx;

internal static class ConversationJson
{
    public static void Write(Utf8JsonWriter json, AiConversation conversation)
    {
        json.WriteStartObject();
        json.WriteString("id", conversation.Id);
        json.WriteString("name", conversation.Name);
        json.WriteString("created_at", TelnyxDate.Text(conversation.CreatedAt));
        json.WriteString("last_message_at", TelnyxDate.Text(conversation.LastMessageAt));
        json.WritePropertyName("metadata");
        conversation.Metadata.Write(json);
        json.WriteEndObject();
    }
}
