namespace ConversationsAdmin.Sandbox.Telnyx.Data;

/// <summary>One message; what tools say and what is said to them is never sent to the end user.</summary>
internal sealed record AiMessage(string Role, string? Text, DateTimeOffset CreatedAt, DateTimeOffset? SentAt)
{
    public AiToolCall? ToolCall { get; init; }

    public Metadata? Metadata { get; init; }
}
