namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>How an item of a plan ended.</summary>
public sealed class EndedPlanItem
{
    internal EndedPlanItem(RemovalOutcome outcome, CleanupPlanItem item)
    {
        Outcome = outcome;
        Item = item;
    }

    internal RemovalOutcome Outcome { get; }

    internal CleanupPlanItem Item { get; }
}
