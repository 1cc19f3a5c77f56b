using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Removal;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>A removal that waits for a worker, and what the target was given as.</summary>
public sealed class QueuedRemoval
{
    internal QueuedRemoval(ProviderSession session, RemovalTarget target, object input)
    {
        Session = session;
        Target = target;
        Input = input;
    }

    internal ProviderSession Session { get; }

    internal RemovalTarget Target { get; }

    internal object Input { get; }

    /// <summary>What the journal follows; null without a journal.</summary>
    internal JournaledItem? Item { get; init; }
}
