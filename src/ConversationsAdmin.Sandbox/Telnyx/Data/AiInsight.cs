namespace ConversationsAdmin.Sandbox.Telnyx.Data;

internal sealed record AiInsight(string Id, string Status, DateTimeOffset CreatedAt, IReadOnlyList<AiInsightResult> Results);
