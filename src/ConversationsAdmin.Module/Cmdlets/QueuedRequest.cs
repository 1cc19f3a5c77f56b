using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>A request that waits for a worker, and what it was made for.</summary>
public sealed class QueuedRequest
{
    internal QueuedRequest(ProviderSession session, OperationRequest request, object? target)
    {
        Session = session;
        Request = request;
        Target = target;
    }

    internal ProviderSession Session { get; }

    internal OperationRequest Request { get; }

    internal object? Target { get; }

    /// <summary>What the journal follows; null without a journal.</summary>
    internal JournaledItem? Item { get; init; }

    /// <summary>How many rows of the list were wanted so far.</summary>
    internal long Wanted { get; set; }

    /// <summary>True when nothing more of the list is wanted. The pipeline thread says it, and a worker asks.</summary>
    internal bool IsEnough
    {
        get => Volatile.Read(ref isEnough);
        set => Volatile.Write(ref isEnough, value);
    }

    private bool isEnough;
}
