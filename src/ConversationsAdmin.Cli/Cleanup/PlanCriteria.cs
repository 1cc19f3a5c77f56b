using System.Text.Json;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Whether a plan was made by the criteria that are asked for now.</summary>
internal static class PlanCriteria
{
    internal static bool AreThoseOf(CleanupPlan plan, CleanupCriteria asked, DateTimeOffset now) => Text(plan.Criteria, plan.CreatedAt) == Text(asked, now);

    private static string Text(CleanupCriteria criteria, DateTimeOffset from) => JsonSerializer.Serialize(new
    {
        criteria.State,
        Created = Hours(from - criteria.CreatedBefore),
        Updated = Hours(from - criteria.UpdatedBefore),
        LastMessage = Hours(from - criteria.LastMessageBefore),
        criteria.NoParticipant,
        criteria.NoMessage,
        criteria.Name,
        Attribute = criteria.Attribute.OrderBy(value => value.Key, StringComparer.Ordinal),
        criteria.KeepNewest,
        criteria.Exclude,
    });

    // Ages are whole hours, and are counted from a moment that is a little before the plan's.
    private static double? Hours(TimeSpan? age) => age is { } known ? Math.Round(known.TotalHours) : null;
}
