namespace ConversationsAdmin.Core.Pacing;

/// <summary>The last actions that a budget let through: as many as it takes to see that no second holds too many, and what the provider accepted.</summary>
internal sealed class ActionHistory
{
    private const int Kept = 64;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Turn?[] turns = new Turn?[Kept];

    /// <summary>How many actions there were.</summary>
    internal long Count { get; private set; }

    /// <summary>When the last was sent; null when there was none.</summary>
    internal TimeSpan? LastSent => SentBefore(1);

    internal Turn Add(TimeSpan now)
    {
        var turn = new Turn(++Count, now);
        turns[Count % Kept] = turn;
        return turn;
    }

    /// <summary>When the last but so many was sent; null when there was none, or it is forgotten.</summary>
    /// <param name="count">1 for the last.</param>
    internal TimeSpan? SentBefore(int count) =>
        count <= Kept && Count - count + 1 is > 0 and var number ? turns[number % Kept]?.Sent : null;

    /// <summary>The longest row of actions that can be looked at.</summary>
    internal static int LongestRow => Kept;

    /// <summary>How many actions of the second before a refused one the provider did not refuse.</summary>
    internal double AcceptedPerSecondBefore(Turn refused)
    {
        var earlier = turns.Where(turn => turn is not null && turn.Number < refused.Number && turn.Sent > refused.Sent - Second).ToArray();
        var accepted = earlier.Count(turn => !turn!.WasRefused);

        // At a high pace, what is kept is less than a second.
        return earlier.Length < Kept - 1 ? accepted : accepted / (refused.Sent - earlier.Min(turn => turn!.Sent)).TotalSeconds;
    }
}
