namespace ConversationsAdmin.Core.Erasure;

/// <summary>How an erasure ended for one thing, with the error behind it.</summary>
/// <param name="Evidence">How it ended.</param>
/// <param name="Error">Why it failed; null unless it did.</param>
public sealed record ErasureOutcome(ErasureEvidence Evidence, ProviderException? Error)
{
    /// <summary>Why it is not in the journal; null when it is, or when there is none.</summary>
    public RunFileException? FileFailure { get; init; }

    /// <summary>False when something of the person is left that was to go, so that the same command has something to do.</summary>
    internal bool IsGood => Evidence.Status is ErasureStatus.Done or ErasureStatus.AlreadyGone or ErasureStatus.Kept or ErasureStatus.WouldDo;
}
