using ConversationsAdmin.Core.Erasure;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>A conversation that a person is erased from, or the user.</summary>
public sealed class QueuedErasure
{
    internal QueuedErasure(ErasureItem item) => Item = item;

    internal ErasureItem Item { get; }
}
