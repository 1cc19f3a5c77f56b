using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Connections;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>A conversation that waits to be archived, and what it was given as.</summary>
public sealed class QueuedExport
{
    internal QueuedExport(ProviderSession session, ArchiveSource source, object input)
    {
        Session = session;
        Source = source;
        Input = input;
    }

    internal ProviderSession Session { get; }

    internal ArchiveSource Source { get; }

    internal object Input { get; }
}
