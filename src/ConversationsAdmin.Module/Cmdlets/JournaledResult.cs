using ConversationsAdmin.Core.Journals;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>How an item ended, and whether the journal has it.</summary>
public abstract class JournaledResult
{
    private protected JournaledResult()
    {
    }

    /// <summary>How it ended, as the journal says it; null without a journal.</summary>
    internal JournalEntry? Entry { get; init; }

    /// <summary>Ends when the journal has it on the disk, or with why it has not.</summary>
    internal Task<RunFileException?> Journaled { get; init; } = Task.FromResult<RunFileException?>(null);
}
