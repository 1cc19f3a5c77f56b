namespace ConversationsAdmin;

/// <summary>How the removal of one target ended.</summary>
public enum RemovalStatus
{
    /// <summary>The provider removed it.</summary>
    Removed,

    /// <summary>It did not exist any more.</summary>
    AlreadyGone,

    /// <summary>It was closed instead of removed, as was asked for.</summary>
    Closed,

    /// <summary>It was left alone on purpose; the reason stands in <see cref="RemovalOutcome.Message"/>.</summary>
    Skipped,

    /// <summary>The provider refused, or did not answer; the cause stands in <see cref="RemovalOutcome.Error"/>.</summary>
    Failed,
}
