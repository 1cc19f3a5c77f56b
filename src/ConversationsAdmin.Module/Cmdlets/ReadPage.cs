namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>A page that was read, or why it was not.</summary>
/// <typeparam name="T">The resource.</typeparam>
public sealed class ReadPage<T>
{
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ReadPage(IReadOnlyList<T> resources, QueuedRequest queued)
    {
        Resources = resources;
        Queued = queued;
    }

    internal ReadPage(ProviderException error, QueuedRequest queued)
        : this([], queued) => Error = error;

    internal IReadOnlyList<T> Resources { get; }

    internal ProviderException? Error { get; }

    internal QueuedRequest Queued { get; }

    internal Task Written => written.Task;

    internal void SetWritten() => written.TrySetResult();
}
