namespace ConversationsAdmin.Core.Pacing;

/// <summary>A time that only goes forward, and waits on it.</summary>
internal sealed class PacingClock(TimeProvider provider)
{
    private readonly long origin = provider.GetTimestamp();

    internal TimeProvider Provider => provider;

    /// <summary>The time since the clock was made.</summary>
    internal TimeSpan Now => provider.GetElapsedTime(origin);

    // A timer counts whole milliseconds and cuts off the rest: it would end a little early, again and again.
    internal Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), provider, cancellationToken);
}
