namespace ConversationsAdmin;

/// <summary>How the carrying out of a plan ended, in numbers.</summary>
public sealed record CleanupResult
{
    /// <summary>The plan.</summary>
    public required string PlanId { get; init; }

    /// <summary>The type of what it is about.</summary>
    public required string ResourceType { get; init; }

    /// <summary>How many items the plan has.</summary>
    public int Planned { get; init; }

    /// <summary>How many an earlier run of the same journal had ended well.</summary>
    public int DoneBefore { get; init; }

    /// <summary>How many were removed.</summary>
    public int Removed { get; init; }

    /// <summary>How many did not exist any more.</summary>
    public int AlreadyGone { get; init; }

    /// <summary>How many were closed, where that was asked for.</summary>
    public int Closed { get; init; }

    /// <summary>How many were left alone, because they changed since the plan was made, say.</summary>
    public int Skipped { get; init; }

    /// <summary>How many failed.</summary>
    public int Failed { get; init; }

    /// <summary>How many were not begun, because the run ended early.</summary>
    public int NotBegun { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The journal; null when there is none.</summary>
    public string? JournalPath { get; init; }

    /// <summary>The archive; null when there is none.</summary>
    public string? ArchivePath { get; init; }

    /// <summary>The numbers on one line.</summary>
    public override string ToString() =>
        $"{Planned:N0} planned: {Removed:N0} removed, {AlreadyGone:N0} already gone, {Closed:N0} closed, {Skipped:N0} skipped, {Failed:N0} failed, {DoneBefore:N0} done before, {NotBegun:N0} not begun";
}
