namespace ConversationsAdmin.Core.Pacing;

/// <summary>How many requests a connection has in progress at once. A provider that finds them too many lowers it for a while.</summary>
internal sealed class ConcurrencyLimit
{
    private static readonly Climb AfterCut = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));

    private readonly PacingClock clock;
    private readonly Turnstile places;
    private readonly ClimbingLimit limit;
    private readonly object cutLock = new();
    private TimeSpan lastCut = TimeSpan.MinValue;

    internal ConcurrencyLimit(int most, PacingClock clock)
    {
        this.clock = clock;
        limit = new ClimbingLimit(most, most, atFirst: default, AfterCut);
        places = new Turnstile(Capacity);
    }

    internal ValueTask EnterAsync(bool isReturning, CancellationToken cancellationToken) => places.EnterAsync(isReturning, cancellationToken);

    internal void Leave() => places.Leave();

    /// <summary>Notes that the provider refused a request because of too many at once. What was sent before the last cut does not cut again.</summary>
    /// <param name="sent">When it was sent.</param>
    /// <returns>The new limit; null when it stays.</returns>
    internal int? Refused(TimeSpan sent)
    {
        lock (cutLock)
        {
            if (sent <= lastCut)
            {
                return null;
            }

            lastCut = clock.Now;
            var half = Math.Max(1, Math.Min(places.Inside, Capacity()) / 2);
            limit.Cut(lastCut, half);
            return half;
        }
    }

    private int Capacity()
    {
        lock (cutLock)
        {
            return (int)limit.At(clock.Now);
        }
    }
}
