using System.Text.Json;
using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx;

internal static class MessageJson
{
    public static void Write(Utf8JsonWriter json, AiMessage message)
    {
        json.WriteStartObject();
        json.WriteString("role", message.Role);
        json.WriteString("text", message.Text);
        json.WriteString("created_at", TelnyxDate.Text(message.CreatedAt));
        if (message.SentAt is { } sent)
            json.WriteString("sent_at", TelnyxDate.Text(sent));
        if (message.ToolCall is { } call)
            WriteCall(json, call);
        if (message.Metadata is { } metadata)
        {
            json.WritePropertyName("metadata");
            metadata.Write(json);
        }
        json.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter json, AiToolCall call)
    {
        json.WriteStartArray("tool_calls");
        json.WriteStartObject();
        json.WriteString("id", call.Id);
        json.WriteString("type", "function");
        json.WriteStartObject("function");
        json.WriteString("name", call.Function);
        json.WriteString("arguments", call.Arguments);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
