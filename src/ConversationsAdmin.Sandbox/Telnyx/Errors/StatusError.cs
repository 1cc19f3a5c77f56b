using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Telnyx.Errors;

/// <summary>A refusal that has no more to tell than its status.</summary>
internal sealed class StatusError(int status, string detail) : Refusal(detail)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static StatusError ConversationNotFound() => new(404, "Conversation Not Found");

    public override Answer ToAnswer() => Answer.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("detail", Message);
        json.WriteEndObject();
    }) with
    { Headers = Headers };
}
