namespace ConversationsAdmin;

/// <summary>The ages by which the items of a plan are counted.</summary>
internal static class CleanupAge
{
    internal static readonly IReadOnlyList<string> Labels = [.. Steps.Select(step => step.Label)];

    private static (string Label, int FromDays)[] Steps =>
    [
        ("under 30 days", 0), ("30 to 90 days", 30), ("90 to 180 days", 90), ("180 to 365 days", 180), ("over 365 days", 365),
    ];

    internal static CleanupPlanCount[] Count(IEnumerable<CleanupPlanItem> items, DateTimeOffset now) =>
    [
        .. from item in items
           group item by (State: item.State ?? "", Age: IndexOf(item, now)) into counted
           orderby counted.Key.State, counted.Key.Age
           select new CleanupPlanCount(counted.Key.State, Labels[counted.Key.Age], counted.Count()),
    ];

    // What no date tells the age of counts as young, which draws the eye to it.
    private static int IndexOf(CleanupPlanItem item, DateTimeOffset now) =>
        Math.Max(0, Array.FindLastIndex(Steps, step => (now - LastActivity(item))?.TotalDays >= step.FromDays));

    private static DateTimeOffset? LastActivity(CleanupPlanItem item) =>
        new[] { item.DateCreated, item.DateUpdated, item.LastMessageAt }.Max();
}
