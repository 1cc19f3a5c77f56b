namespace ConversationsAdmin;

/// <summary>How an erasure ended for one thing.</summary>
public enum ErasureStatus
{
    /// <summary>The provider did it.</summary>
    Done,

    /// <summary>It did not exist any more.</summary>
    AlreadyGone,

    /// <summary>It would be done; nothing was sent because of -WhatIf.</summary>
    WouldDo,

    /// <summary>It was left on purpose, and is no fault.</summary>
    Kept,

    /// <summary>It carries the person still, because it can't be changed, or because it was found again at the end.</summary>
    Remains,

    /// <summary>The provider refused, or did not answer. The same command takes it again.</summary>
    Failed,
}
