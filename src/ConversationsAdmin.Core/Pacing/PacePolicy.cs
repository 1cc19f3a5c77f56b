namespace ConversationsAdmin.Core.Pacing;

/// <summary>At which pace a budget starts, how fast it may become, and how it comes back from a cut.</summary>
internal sealed record PacePolicy
{
    /// <summary>
    /// What Twilio publishes is 30. An even pace times one and the jitter of the way, in seconds, must stay below that: at 29, arrivals may shift by 30 ms.
    /// </summary>
    internal const double OfTwilio = 29;

    private const double CarefulStart = 10;
    private const double CarefulCeiling = 50;

    /// <summary>Actions a second at first.</summary>
    internal required double Start { get; init; }

    /// <summary>The most actions a second.</summary>
    internal required double Ceiling { get; init; }

    /// <summary>How it climbs until the first refusal.</summary>
    internal Climb AtFirst { get; init; }

    /// <summary>How it climbs after a refusal.</summary>
    internal required Climb AfterCut { get; init; }

    /// <summary>True when only actions show that a higher pace is allowed, and not the time that passes.</summary>
    internal bool ClimbsOnlyInUse { get; init; }

    /// <summary>The pace is known. A refusal is an exception, such as somebody else who uses the same budget.</summary>
    internal static PacePolicy Known(double actionsPerSecond) => new()
    {
        Start = actionsPerSecond,
        Ceiling = actionsPerSecond,
        AfterCut = new Climb(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15)),
    };

    /// <summary>The provider publishes no number, so that the pace is found by trying.</summary>
    internal static PacePolicy Careful { get; } = new()
    {
        Start = CarefulStart,
        Ceiling = CarefulCeiling,
        AtFirst = new Climb(TimeSpan.Zero, TimeSpan.FromSeconds(30)),
        AfterCut = new Climb(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2)),
        ClimbsOnlyInUse = true,
    };

    internal ClimbingLimit CreateLimit() => new(Start, Ceiling, AtFirst, AfterCut);
}
