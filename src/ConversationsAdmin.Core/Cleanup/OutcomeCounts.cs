namespace ConversationsAdmin.Core.Cleanup;

/// <summary>How many items of a plan have ended in which way.</summary>
public sealed class OutcomeCounts
{
    private readonly Dictionary<RemovalStatus, int> counts = [];

    /// <summary>How many an earlier run of the same journal had ended well.</summary>
    public int DoneBefore { get; set; }

    /// <summary>Counts an item that ended; one that was not begun is left out.</summary>
    /// <param name="ended">How it ended.</param>
    public void Count(EndedItem ended)
    {
        if (ended.IsBegun)
        {
            counts[ended.Outcome.Status] = Of(ended.Outcome.Status) + 1;
        }
    }

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
