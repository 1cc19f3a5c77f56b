namespace ConversationsAdmin.Sandbox.Telnyx.Data;

internal sealed record AiConversationContent(IReadOnlyList<AiMessage> Messages, IReadOnlyList<AiInsight> Insights)
{
    public static AiConversationContent Empty { get; } = new([], []);
}
