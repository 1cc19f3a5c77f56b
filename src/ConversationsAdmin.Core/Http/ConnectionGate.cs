namespace ConversationsAdmin.Core.Http;

/// <summary>
/// The one gate of a connection: everything that runs on the connection passes it, so that parallel work slows down together.
/// </summary>
internal sealed class ConnectionGate(int maxConcurrency, TimeProvider clock)
{
    private readonly SemaphoreSlim places = new(maxConcurrency, maxConcurrency);
    private readonly object pauseLock = new();
    private DateTimeOffset pausedUntil;

    /// <summary>Waits for a place, and for the end of a pause. The place is given back by disposing what this returns.</summary>
    internal async ValueTask<Place> EnterAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (RemainingPause() is var pause && pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            places.Release();
            throw;
        }

        return new Place(places);
    }

    /// <summary>Lets nobody through for a while; a longer pause that is under way stays.</summary>
    internal void Pause(TimeSpan duration)
    {
        var until = clock.GetUtcNow() + duration;
        lock (pauseLock)
        {
            pausedUntil = until > pausedUntil ? until : pausedUntil;
        }
    }

    private TimeSpan RemainingPause()
    {
        lock (pauseLock)
        {
            return pausedUntil - clock.GetUtcNow();
        }
    }

    internal readonly struct Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
