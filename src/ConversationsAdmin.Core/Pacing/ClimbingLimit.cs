namespace ConversationsAdmin.Core.Pacing;

/// <summary>A limit that is cut when the provider refuses, stays there for a while, and then climbs step by step to its ceiling.</summary>
/// <param name="start">What it is before the first cut.</param>
/// <param name="ceiling">What it never exceeds.</param>
/// <param name="atFirst">How it climbs from its start.</param>
/// <param name="afterCut">How it climbs from a cut.</param>
internal sealed class ClimbingLimit(double start, double ceiling, Climb atFirst, Climb afterCut)
{
    private double from = start;
    private Climb climb = atFirst;
    private TimeSpan since;

    /// <summary>What it never exceeds.</summary>
    internal double Ceiling => ceiling;

    /// <summary>The limit at a time.</summary>
    internal double At(TimeSpan time) => from + ((ceiling - from) * climb.ShareAfter(time - since));

    /// <summary>Lowers it.</summary>
    internal void Cut(TimeSpan time, double to)
    {
        from = Math.Min(to, At(time));
        climb = afterCut;
        since = time;
    }
}

/// <summary>How a limit climbs: first it stays, then it rises evenly.</summary>
/// <param name="Hold">How long it stays.</param>
/// <param name="Rise">How long it rises.</param>
internal readonly record struct Climb(TimeSpan Hold, TimeSpan Rise)
{
    /// <summary>The share of the way, 0 to 1, that is done after a time.</summary>
    internal double ShareAfter(TimeSpan time) => time >= Hold + Rise ? 1 : Math.Max(0, (time - Hold) / Rise);
}
