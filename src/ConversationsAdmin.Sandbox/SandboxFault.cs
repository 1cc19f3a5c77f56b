namespace ConversationsAdmin.Sandbox;

/// <summary>A fault that the sandbox was told to make.</summary>
public enum SandboxFault
{
    /// <summary>429 without having acted.</summary>
    Throttled,

    /// <summary>500 without having acted.</summary>
    ServerError,

    /// <summary>503 without having acted.</summary>
    Unavailable,

    /// <summary>The code of FailWith, without having acted.</summary>
    Planned,

    /// <summary>The connection was reset before the request acted.</summary>
    ResetBeforeActing,

    /// <summary>The connection was reset after the request had acted.</summary>
    ResetAfterActing,

    /// <summary>The body of the answer ended too early.</summary>
    Truncated,

    /// <summary>The body of the answer, or an answer without one, was held back.</summary>
    Slow,

    /// <summary>A delete succeeded with another status than the documented one.</summary>
    UndocumentedSuccess,
}
