using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Telnyx.Data;
using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>One request to one endpoint.</summary>
internal sealed record Call(
    AiConversations Conversations,
    IdempotencyRecords Idempotency,
    SeededRandom Ids,
    DateTimeOffset Now,
    SandboxOptions Options,
    IncomingRequest Request,
    IReadOnlyDictionary<string, string> PathValues)
{
    public const string ConversationId = "conversation_id";

    public IReadOnlyList<KeyValuePair<string, string>> Query { get; } = [.. UrlEncodedPairs.Parse(Request.Query)];

    /// <summary>The conversation that the path names.</summary>
    public AiConversation Conversation()
    {
        var id = Uuid.Normal(PathValues[ConversationId])
            ?? throw new ValidationError("uuid_parsing", "The id of a conversation is a UUID.", "path", ConversationId);
        return Conversations.Find(id) ?? throw StatusError.ConversationNotFound();
    }
}
