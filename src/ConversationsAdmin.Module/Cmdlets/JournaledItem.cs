using ConversationsAdmin.Core.Journals;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>An item that a journal follows from its beginning to its end.</summary>
internal sealed class JournaledItem(Journal journal, string key)
{
    private Task begun = Task.CompletedTask;

    /// <summary>What the journal calls it.</summary>
    internal string Key => key;

    /// <summary>True when it ended in an earlier run so that nothing is left to do for it.</summary>
    internal bool IsDone => journal.IsDone(key);

    /// <summary>When an earlier run first began it, where no end tells whether it was done; null otherwise.</summary>
    internal DateTimeOffset? UnfinishedSince => journal.UnfinishedSince(key);

    /// <summary>The key by which a provider knows that it is sent again.</summary>
    internal string IdempotencyKey => journal.IdempotencyKeyOf(key);

    /// <summary>Says that it is begun.</summary>
    /// <returns>Ends when that is on the disk.</returns>
    internal Task BeginAsync() => begun = journal.BeginAsync(key);

    /// <summary>Says how it ended.</summary>
    /// <returns>Ends when all of it is on the disk, with null, or with why it is not.</returns>
    internal async Task<RunFileException?> EndAsync(JournalEntry entry)
    {
        try
        {
            await Task.WhenAll(begun, journal.WriteAsync(entry)).ConfigureAwait(false);
            return null;
        }
        catch (RunFileException exception)
        {
            return exception;
        }
    }
}
