namespace ConversationsAdmin.Core.Pacing;

/// <summary>What a provider says of how many more requests it takes: never more than that until it counts anew.</summary>
internal sealed class Allowance
{
    // Of a window that is no longer than its unit, only the number can be trusted: some providers always say that it ends in a second.
    private static readonly TimeSpan Unit = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private long lastNumber = long.MaxValue;
    private TimeSpan until;
    private TimeSpan interval;

    /// <summary>Takes what an answer says.</summary>
    /// <param name="said">What it says.</param>
    /// <param name="number">The number of the action that it answers: those after it are not in what remains.</param>
    /// <param name="sent">How many actions were sent.</param>
    /// <param name="now">The time.</param>
    internal void Take(RateLimit said, long number, long sent, TimeSpan now)
    {
        // Longer than anybody waits without being told. The refusal says it.
        if (said.Reset > LongestWait)
        {
            return;
        }

        lastNumber = number + said.Remaining;
        until = now + said.Reset;
        interval = said.Reset > Unit ? said.Reset / Math.Max(1, lastNumber - sent) : TimeSpan.Zero;
    }

    /// <summary>The actions a second that it leaves; infinite when it says nothing.</summary>
    internal double RateAt(TimeSpan now) => now < until && interval > TimeSpan.Zero ? 1 / interval.TotalSeconds : double.PositiveInfinity;

    /// <summary>The earliest time for the next action.</summary>
    internal TimeSpan Next(ActionHistory history, TimeSpan now)
    {
        if (now >= until)
        {
            return TimeSpan.Zero;
        }

        var spaced = history.LastSent + interval ?? TimeSpan.Zero;
        return history.Count >= lastNumber || spaced > until ? until : spaced;
    }
}
