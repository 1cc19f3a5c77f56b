namespace ConversationsAdmin.Core.Pacing;

/// <summary>
/// When the next action is due: a plain schedule with absolute times, an interval apart (generic cell rate algorithm), without a burst after idle time.
/// An action that a busy machine sends late does not make all later ones late, but no second holds more than its share because of that.
/// </summary>
internal sealed class ActionSchedule(ActionHistory history)
{
    private const double LeastShareOfInterval = 0.5;

    // The bit less lets a row that was late come back to even intervals: a timer is always a little late.
    private const double ShareOfRow = 0.98;
    private const double ShareOfLongRow = 0.995;
    private static readonly TimeSpan MostLate = TimeSpan.FromMilliseconds(250);

    private TimeSpan? last;

    /// <summary>The earliest time for the next action.</summary>
    /// <param name="rate">Actions a second.</param>
    internal TimeSpan Next(double rate)
    {
        var interval = IntervalOf(rate);
        var next = last + interval ?? TimeSpan.Zero;
        var spaced = history.LastSent + (interval * LeastShareOfInterval) ?? TimeSpan.Zero;

        // As many as a second may hold; and one more, which is what a provider that counts one more would see, and what may be late on the way.
        var row = Math.Clamp((int)rate, 1, ActionHistory.LongestRow - 1);
        return Max(Max(next, spaced), Max(AfterRow(row, interval * ShareOfRow), AfterRow(row + 1, interval * ShareOfLongRow)));
    }

    /// <summary>Notes that an action is sent.</summary>
    /// <param name="now">The time.</param>
    /// <param name="wanted">Since when it was wanted.</param>
    /// <param name="rate">Actions a second.</param>
    internal Turn Take(TimeSpan now, TimeSpan wanted, double rate)
    {
        var due = last + IntervalOf(rate) ?? TimeSpan.Zero;
        last = Max(Max(due, wanted), now - MostLate);
        return history.Add(now);
    }

    /// <summary>Begins again: the next action is due an interval after this time.</summary>
    internal void StartAt(TimeSpan time) => last = Max(last ?? TimeSpan.Zero, time);

    private TimeSpan AfterRow(int row, TimeSpan interval) => history.SentBefore(row) + (interval * row) ?? TimeSpan.Zero;

    private static TimeSpan IntervalOf(double rate) => TimeSpan.FromSeconds(1 / rate);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
