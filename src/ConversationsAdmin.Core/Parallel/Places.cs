namespace ConversationsAdmin.Core.Parallel;

/// <summary>So many may be inside at once.</summary>
/// <param name="count">How many.</param>
internal sealed class Places(int count)
{
    private readonly SemaphoreSlim free = new(count, count);

    /// <summary>Waits for a place, which is given back by disposing what this returns.</summary>
    internal async ValueTask<Place> EnterAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Place(free);
    }

    internal readonly struct Place(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
