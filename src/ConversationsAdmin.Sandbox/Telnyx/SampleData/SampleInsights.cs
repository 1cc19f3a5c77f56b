using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx.SampleData;

internal static class SampleInsights
{
    private const int MostInsights = 3;
    private const string Completed = "completed";
    private static readonly string[] Statuses = [Completed, "pending", "in_progress", "failed"];

    private static readonly string[] Results =
    [
        "The customer asked where an order is.",
        """{"satisfied":true,"topic":"delivery"}""",
        """{"satisfied":false,"topic":"invoice"}""",
    ];

    public static List<AiInsight> Make(SeededRandom random, AiConversation conversation)
    {
        var insights = new List<AiInsight>();
        for (var left = random.Below(MostInsights + 1); left > 0; left--)
        {
            var status = random.Pick(Statuses);
            insights.Add(new AiInsight(Uuid.Next(random), status, conversation.LastMessageAt, status == Completed ? Found(random) : []));
        }
        return insights;
    }

    private static AiInsightResult[] Found(SeededRandom random) =>
        [.. Enumerable.Range(0, 1 + random.Below(2)).Select(_ => new AiInsightResult(Uuid.Next(random), random.Pick(Results)))];
}
