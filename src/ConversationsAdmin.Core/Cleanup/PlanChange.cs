using System.Globalization;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Says what changed since a plan was made.</summary>
internal static class PlanChange
{
    internal static string Describe(CleanupPlanItem item, CleanupCandidate candidate, CandidateDetails details)
    {
        var lastMessage = details.Newest?.Date ?? candidate.LastMessageAt;
        var change = candidate.State != item.State ? $"it was {item.State}, and is {candidate.State}"
            : lastMessage != item.LastMessageAt ? $"its last message is of {Text(lastMessage)}"
            : candidate.DateUpdated != item.DateUpdated ? $"it was updated at {Text(candidate.DateUpdated)}"
            : "its fields or those who take part are not the same";
        return $"Changed since the plan was made: {change}.";
    }

    private static string Text(DateTimeOffset? date) =>
        date is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "no date";
}
