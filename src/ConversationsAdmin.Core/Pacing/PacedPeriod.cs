namespace ConversationsAdmin.Core.Pacing;

/// <summary>Whether a budget makes somebody wait, and since when without a break.</summary>
internal sealed class PacedPeriod
{
    private static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(1);

    private TimeSpan? begun;
    private TimeSpan last;
    private bool isWaiting;
    private bool isTold;

    /// <summary>True while somebody waits, or has waited lately.</summary>
    internal bool IsNow(TimeSpan now) => begun is not null && (isWaiting || now - last <= LongestBreak);

    internal void WaitBegins(TimeSpan now)
    {
        if (!IsNow(now))
        {
            begun = now;
            isTold = false;
        }

        isWaiting = true;
        last = now;
    }

    internal void WaitEnds(TimeSpan now)
    {
        isWaiting = false;
        last = now;
    }

    /// <summary>True once, when it has lasted long enough to be told.</summary>
    internal bool ShouldBeTold(TimeSpan now)
    {
        var tells = !isTold && IsNow(now) && now - begun >= WorthTelling;
        isTold |= tells;
        return tells;
    }
}
