using System.Text.Json;
using ConversationsAdmin.Sandbox.Telnyx.Data;
using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>Reads the message that a conversation is given. What a list of messages does not show is taken and forgotten.</summary>
internal static class MessageBody
{
    private const string Role = "role";
    private const string Content = "content";
    private const string SentAt = "sent_at";
    private const string MetadataField = "metadata";
    private static readonly string[] Forgotten = ["name", "tool_choice", "tool_calls", "tool_call_id"];

    public static AiMessage Read(Call call) => JsonBody.Read(call.Request, root => Read(root, call.Now));

    private static AiMessage Read(JsonElement root, DateTimeOffset now)
    {
        string? role = null;
        var message = new AiMessage("", "", now, null);
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name == Role)
                role = Text(property);
            else if (property.Name == Content)
                message = message with { Text = Text(property) };
            else if (property.Name == SentAt)
                message = message with { SentAt = Date(property) };
            else if (property.Name == MetadataField)
                message = message with { Metadata = MetadataJson.Read(property.Value, "body", MetadataField) };
            else if (!Forgotten.Contains(property.Name))
                throw new ValidationError("extra_forbidden", "There is no such field here.", "body", property.Name);
        }
        return message with { Role = role ?? throw new ValidationError("missing", "A message needs its role.", "body", Role) };
    }

    private static string Text(JsonProperty property) => property.Value.ValueKind == JsonValueKind.String
        ? property.Value.GetString()!
        : throw new ValidationError("string_type", "It has to be a string.", "body", property.Name);

    private static DateTimeOffset Date(JsonProperty property) => TelnyxDate.TryParse(Text(property), out var date)
        ? date
        : throw new ValidationError("datetime_parsing", "It has to be a date.", "body", property.Name);
}
