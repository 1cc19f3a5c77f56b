using ConversationsAdmin.Core.Erasure;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>How an erasure ended for one thing, or that an item has ended.</summary>
public sealed class EndedErasure
{
    internal EndedErasure(ErasureItem item) => Item = item;

    internal ErasureItem Item { get; }

    /// <summary>How it ended for one thing of the item; null when this is the end of the item.</summary>
    internal ErasureOutcome? Outcome { get; init; }

    /// <summary>Why the run can't go on: its journal or its archive can't be written.</summary>
    internal RunFileException? FileFailure { get; init; }

    /// <summary>Why the item could not be worked on.</summary>
    internal ProviderException? Error { get; init; }
}
