using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Journals;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>The journal of one command: opened for the first connection that is known, and refused to any other account's. For the pipeline thread.</summary>
internal sealed class CommandJournal(string path, string command, Operation operation, string? subject) : IDisposable
{
    private readonly Dictionary<string, int> occurrences = new(StringComparer.Ordinal);
    private Journal? journal;
    private ConnectionIdentity? opened;
    private HashSet<string> notSeen = [];

    /// <summary>How many items were done before and are not done again.</summary>
    internal int Skipped { get; private set; }

    /// <summary>What earlier runs began, what has no end that tells whether it was done, and what has not come to this run.</summary>
    internal IReadOnlyCollection<string> NotSeen => notSeen;

    /// <summary>The journal for what lies on a connection.</summary>
    /// <exception cref="RunFileException">It can't be used for that.</exception>
    internal Journal For(ProviderSession session)
    {
        var connection = session.IdentityFor(operation.Api);
        if (journal is null)
        {
            // Keys say where an item lies, so that one journal may follow several services of one account.
            journal = Journal.Open(path, new JournalIdentity(command, connection, Container: null, subject));
            notSeen = new HashSet<string>(journal.Unfinished, StringComparer.Ordinal);
            opened = connection;
        }

        return connection == opened
            ? journal
            : throw new RunFileException("OtherAccount", path, $"The journal {path} is of {opened}, and what comes now is on {connection}. Give each a run and a journal of its own.");
    }

    /// <summary>The key of a creation, which counts those that are equal.</summary>
    internal string KeyOf(OperationRequest creation)
    {
        var first = JournalKey.Of(creation, 1);
        var occurrence = occurrences[first] = occurrences.GetValueOrDefault(first) + 1;
        return occurrence == 1 ? first : JournalKey.Of(creation, occurrence);
    }

    /// <summary>Takes note that an item came, and whether it is skipped.</summary>
    internal void Count(JournaledItem item)
    {
        notSeen.Remove(item.Key);
        Skipped += item.IsDone ? 1 : 0;
    }

    /// <summary>Waits until all is on the disk, and closes the file.</summary>
    public void Dispose() => journal?.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
