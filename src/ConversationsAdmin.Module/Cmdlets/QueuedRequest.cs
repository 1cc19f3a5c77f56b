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
}
