namespace ConversationsAdmin.Core.Cleanup;

/// <summary>What is done with each item of a plan.</summary>
public sealed record PlanSteps
{
    /// <summary>True to close instead of removing.</summary>
    public bool Close { get; init; }

    /// <summary>True to remove without looking whether it changed since the plan was made.</summary>
    public bool SkipCheck { get; init; }

    /// <summary>True to remove also what can't be archived completely.</summary>
    public bool AcceptIncompleteArchive { get; init; }

    /// <summary>How many requests may be in progress at once, for reading and for removing each.</summary>
    public int ThrottleLimit { get; init; } = 10;
}
