using System.Text.Json;
using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx;

internal static class InsightJson
{
    public static void Write(Utf8JsonWriter json, AiInsight insight)
    {
        json.WriteStartObject();
        json.WriteString("id", insight.Id);
        json.WriteString("status", insight.Status);
        json.WriteString("created_at", TelnyxDate.Text(insight.CreatedAt));
        json.WriteStartArray("conversation_insights");
        foreach (var result in insight.Results)
        {
            json.WriteStartObject();
            json.WriteString("insight_id", result.InsightId);
            json.WriteString("result", result.Result);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
