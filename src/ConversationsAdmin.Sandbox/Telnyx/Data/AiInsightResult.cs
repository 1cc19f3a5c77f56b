namespace ConversationsAdmin.Sandbox.Telnyx.Data;

internal sealed record AiInsightResult(string InsightId, string Result);
