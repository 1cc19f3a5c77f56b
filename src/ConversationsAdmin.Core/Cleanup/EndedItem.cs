namespace ConversationsAdmin.Core.Cleanup;

/// <summary>How an item of a plan ended.</summary>
/// <param name="Item">The item.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="FileFailure">Why the run can't go on: its journal or its archive can't be written. Null when they can.</param>
public sealed record EndedItem(CleanupPlanItem Item, RemovalOutcome Outcome, RunFileException? FileFailure = null)
{
    /// <summary>False when the run ended before its turn came, so that it is as it was.</summary>
    public bool IsBegun { get; init; } = true;
}
