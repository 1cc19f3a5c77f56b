using ConversationsAdmin.Core.Archives;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>What is done with each item of a plan, and which files are kept of it.</summary>
public sealed record PlanSteps
{
    /// <summary>True to close instead of removing.</summary>
    public bool Close { get; init; }

    /// <summary>True to remove without looking whether an item changed since the plan was made.</summary>
    public bool SkipCheck { get; init; }

    /// <summary>The archive that each item must be in before it goes; null for none.</summary>
    public string? ArchivePath { get; init; }

    /// <summary>Whether the archive has the delivery receipts too.</summary>
    public bool IncludeReceipts { get; init; }

    /// <summary>True to remove also what can't be archived completely.</summary>
    public bool AcceptIncompleteArchive { get; init; }

    /// <summary>The journal; null for none.</summary>
    public string? JournalPath { get; init; }

    /// <summary>How many requests may be in progress at once, for reading and for removing each.</summary>
    public int ThrottleLimit { get; init; } = 10;

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Refuses steps that can't be taken, before anybody is asked.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="RequestArgumentException">An item is none, what the plan is about can't be closed, or something is said of an archive that there is none of.</exception>
    /// <exception cref="RunFileException">The archive's name says no format.</exception>
    public void Check(CleanupPlan plan)
    {
        var resource = CleanupResources.Of(plan.ResourceType);
        PlanItems.Check(resource, plan);
        if (plan.Close && !Close)
        {
            throw RequestArgumentException.About("Close", $"the plan was made to close, and not to remove. Give it too, or make another plan.");
        }

        Check(resource);
    }

    /// <summary>Refuses steps that can't be taken, before there is a plan.</summary>
    /// <param name="resource">What a plan would be about.</param>
    /// <exception cref="RequestArgumentException">It can't be closed, or something is said of an archive that there is none of.</exception>
    /// <exception cref="RunFileException">The archive's name says no format.</exception>
    public void Check(CleanupResource resource)
    {
        if (Close && !resource.CanClose)
        {
            throw RequestArgumentException.About("Close", $"{resource.ResourceType} can't be closed. Leave it out to remove.");
        }

        if (ArchivePath is not null)
        {
            ConversationArchive.DemandFormat(ArchivePath);
        }
        else if (IncludeReceipts || AcceptIncompleteArchive)
        {
            throw RequestArgumentException.About(IncludeReceipts ? "IncludeReceipt" : "AcceptIncompleteArchive", $"it is about an archive, and none is given. Give the archive's path too.");
        }
    }
}
