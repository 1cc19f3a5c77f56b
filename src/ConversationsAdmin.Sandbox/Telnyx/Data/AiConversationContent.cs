namespace ConversationsAdmin.Sandbox.Telnyx.Data;

internal sealed record AiConversationContent(List<AiMessage> Messages, IReadOnlyList<AiInsight> Insights);
