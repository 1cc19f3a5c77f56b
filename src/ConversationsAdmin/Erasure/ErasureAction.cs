namespace ConversationsAdmin;

/// <summary>What an erasure does with a thing.</summary>
public enum ErasureAction
{
    /// <summary>It is removed.</summary>
    Removed,

    /// <summary>What names the person in it is replaced.</summary>
    Redacted,

    /// <summary>It is left as it is; <see cref="ErasureEvidence.Why"/> says why.</summary>
    Kept,
}
