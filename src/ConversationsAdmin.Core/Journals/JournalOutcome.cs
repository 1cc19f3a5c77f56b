namespace ConversationsAdmin.Core.Journals;

/// <summary>How an item ended, as a journal says it.</summary>
public static class JournalOutcome
{
    /// <summary>The provider removed it.</summary>
    public const string Removed = nameof(Removed);

    /// <summary>It did not exist any more.</summary>
    public const string AlreadyGone = nameof(AlreadyGone);

    /// <summary>It was closed.</summary>
    public const string Closed = nameof(Closed);

    /// <summary>It was created.</summary>
    public const string Created = nameof(Created);

    /// <summary>It was changed.</summary>
    public const string Updated = nameof(Updated);

    /// <summary>A person said that it is done, where the run itself could not know.</summary>
    public const string TakenAsDone = nameof(TakenAsDone);

    /// <summary>It was left alone on purpose. The next run takes it again.</summary>
    public const string Skipped = nameof(Skipped);

    /// <summary>It was not done. The next run takes it again.</summary>
    public const string Failed = nameof(Failed);

    /// <summary>It was sent, and no answer tells whether it was done. Where a repetition could do it twice, it is not repeated.</summary>
    public const string Unknown = nameof(Unknown);

    /// <summary>True when nothing is left to do for an item that ended so.</summary>
    /// <param name="outcome">The outcome.</param>
    public static bool IsDone(string outcome) => outcome is Removed or AlreadyGone or Closed or Created or Updated or TakenAsDone;
}
