namespace ConversationsAdmin.Core.Cleanup;

/// <summary>How many items of a plan have ended in which way.</summary>
public sealed class OutcomeCounts
{
    private readonly Dictionary<RemovalStatus, int> counts = [];

    /// <summary>How many an earlier run of the same journal had ended well.</summary>
    public int DoneBefore { get; set; }

    /// <summary>Counts an item that ended.</summary>
    /// <param name="status">How it ended.</param>
    public void Count(RemovalStatus status) => counts[status] = Of(status) + 1;

    /// <summary>How many have ended so.</summary>
    /// <param name="status">How.</param>
    public int Of(RemovalStatus status) => counts.GetValueOrDefault(status);

    /// <summary>The numbers, with what has not ended as not begun.</summary>
    /// <param name="plan">The plan.</param>
    public CleanupResult ToResult(CleanupPlan plan) => new()
    {
        PlanId = plan.PlanId,
        ResourceType = plan.ResourceType,
        Planned = plan.ItemCount,
        DoneBefore = DoneBefore,
        Removed = Of(RemovalStatus.Removed),
        AlreadyGone = Of(RemovalStatus.AlreadyGone),
        Closed = Of(RemovalStatus.Closed),
        Skipped = Of(RemovalStatus.Skipped),
        Failed = Of(RemovalStatus.Failed),
        NotBegun = plan.ItemCount - DoneBefore - counts.Values.Sum(),
    };
}
