namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>How the archiving of a conversation ended, and what it was given as.</summary>
public sealed class EndedExport
{
    internal EndedExport(object input)
    {
        Input = input;
    }

    internal object Input { get; }

    /// <summary>What was archived; null when it failed.</summary>
    internal ArchivedConversation? Archived { get; init; }

    /// <summary>Why it could not be read; null when it could.</summary>
    internal ProviderException? Error { get; init; }

    /// <summary>Why the file can't be written; null when it can.</summary>
    internal RunFileException? FileError { get; init; }
}
