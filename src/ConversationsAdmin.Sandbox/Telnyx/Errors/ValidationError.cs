using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Telnyx.Errors;

/// <summary>Something in a request that is not of its schema, and where it stands.</summary>
internal sealed class ValidationError(string type, string message, params string[] location) : Refusal(message)
{
    public static ValidationError InQuery(string name, string message) => new("value_error", message, "query", name);

    public override Answer ToAnswer() => Answer.Json(422, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("detail");
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartArray("loc");
        foreach (var part in location)
            json.WriteStringValue(part);
        json.WriteEndArray();
        json.WriteString("msg", Message);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
