using System.Globalization;

namespace ConversationsAdmin.Core.Pacing;

/// <summary>
/// The actions a second that everything on a connection may do in one scope. It lets them through one after the other as they are due.
/// A refusal pauses all of them once and lowers the pace, which then climbs back.
/// </summary>
internal sealed class ActionBudget
{
    // A provider that refuses everything is asked again now and then.
    private const double LeastPace = 0.5;
    private const double ShareOfAccepted = PacePolicy.OfTwilio / 30;
    private const double ShareAfterCut = 0.95;
    private const double ShareWithoutAny = 0.5;

    private static readonly TimeSpan MostUsePerAction = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(5);

    private readonly BudgetKey key;
    private readonly PacePolicy policy;
    private readonly PacingClock clock;
    private readonly ConnectionWarmth warmth;

    private readonly object stateLock = new();
    private readonly Turnstile line = new(static () => 1);
    private readonly ActionHistory history = new();
    private readonly ActionSchedule schedule;
    private readonly Allowance allowance = new();
    private readonly PacedPeriod paced = new();
    private readonly ClimbingLimit pace;

    private TimeSpan pausedUntil;
    private TimeSpan lastCut = TimeSpan.MinValue;
    private TimeSpan used;
    private bool isReduced;
    private (Turn Turn, TaskCompletionSource IsOver)? opening;

    internal ActionBudget(BudgetKey key, PacePolicy policy, ConnectionWarmth warmth, PacingClock clock)
    {
        this.key = key;
        this.policy = policy;
        this.warmth = warmth;
        this.clock = clock;
        schedule = new ActionSchedule(history);
        pace = policy.CreateLimit();
    }

    internal BudgetKey Key => key;

    /// <summary>How many requests know it. Only who keeps the budgets may change that.</summary>
    internal int Users { get; set; }

    /// <summary>True when a new budget would let the next action through no sooner and no later.</summary>
    internal bool IsAsNew
    {
        get
        {
            lock (stateLock)
            {
                var now = clock.Now;
                return !policy.ClimbsOnlyInUse && Pace(now) >= pace.Ceiling && Earliest(now) <= now && !(history.LastSent > now - TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>The pace in actions a second, while it makes somebody wait or did so lately; otherwise null.</summary>
    internal double? CurrentPace
    {
        get
        {
            lock (stateLock)
            {
                var now = clock.Now;
                return paced.IsNow(now) ? PaceTold(now) : null;
            }
        }
    }

    /// <summary>Waits for the turn. Whoever had one must <see cref="PassOn"/>.</summary>
    /// <param name="isReturning">True for a request that is sent again: it goes before newcomers.</param>
    /// <param name="cancellationToken">Ends the waiting. The next in the line gets the turn.</param>
    internal ValueTask EnterAsync(bool isReturning, CancellationToken cancellationToken) => line.EnterAsync(isReturning, cancellationToken);

    /// <summary>Lets the next in the line come to its turn.</summary>
    internal void PassOn() => line.Leave();

    /// <summary>Waits until an action is due. Only for whose turn it is.</summary>
    internal async ValueTask WaitUntilDueAsync(CancellationToken cancellationToken)
    {
        await WaitForOpeningAsync(cancellationToken).ConfigureAwait(false);
        while (TimeUntilDue() is { Ticks: > 0 } wait)
        {
            try
            {
                await clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                NoteWaited();
            }
        }
    }

    /// <summary>Takes the turn, if an action is still due.</summary>
    /// <param name="wanted">Since when the request waits.</param>
    /// <param name="tell">Hears what a person may want to know of the pace.</param>
    /// <returns>The turn; null when it is not due any more.</returns>
    internal Turn? TryTake(TimeSpan wanted, Action<string>? tell)
    {
        string? news;
        Turn turn;
        lock (stateLock)
        {
            var now = clock.Now;
            if (Earliest(now) > now)
            {
                return null;
            }

            turn = schedule.Take(now, wanted, Pace(now));
            if (!warmth.IsWarm(now))
            {
                opening = (turn, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            news = News(now);
        }

        if (news is not null)
        {
            tell?.Invoke(news);
        }

        return turn;
    }

    /// <summary>Notes that the provider answered an action.</summary>
    internal void Answered(Turn turn, RateLimit? said)
    {
        lock (stateLock)
        {
            var now = clock.Now;
            warmth.Answered(now);
            if (said is not null)
            {
                allowance.Take(said, turn.Number, history.Count, now);
            }
        }
    }

    /// <summary>Notes that the provider refused an action as one too many. What was sent before the last cut does not cut again.</summary>
    /// <param name="turn">The action.</param>
    /// <param name="pause">How long nobody is let through.</param>
    /// <param name="said">What the answer says of the rest.</param>
    /// <param name="tell">Hears of the cut.</param>
    internal void Refused(Turn turn, TimeSpan pause, RateLimit? said, Action<string>? tell)
    {
        double newPace;
        lock (stateLock)
        {
            turn.WasRefused = true;
            Answered(turn, said);
            if (turn.Sent <= lastCut)
            {
                return;
            }

            var now = clock.Now;
            newPace = Math.Max(Math.Min(LeastPace, pace.Ceiling), PaceAfter(turn, now));
            lastCut = now;
            isReduced = true;
            pace.Cut(PaceTime(now), newPace);
            pausedUntil = now + pause;
            schedule.StartAt(pausedUntil);
        }

        tell?.Invoke(string.Create(
            CultureInfo.InvariantCulture,
            $"too many actions a second; paced at {newPace:0.##}/s after a pause of {pause.TotalSeconds:0.0} s: {key}."));
    }

    /// <summary>Notes that an action is over, however it ended.</summary>
    internal void Ended(Turn turn)
    {
        lock (stateLock)
        {
            if (opening is { } first && first.Turn == turn)
            {
                opening = null;
                schedule.StartAt(clock.Now);
                first.IsOver.SetResult();
            }
        }
    }

    // A first call takes its time, and those behind it would reach the provider in a bunch.
    private async ValueTask WaitForOpeningAsync(CancellationToken cancellationToken)
    {
        (Turn Turn, TaskCompletionSource IsOver)? waitedFor;
        lock (stateLock)
        {
            waitedFor = opening;
        }

        if (waitedFor is not { } first)
        {
            return;
        }

        try
        {
            await first.IsOver.Task.WaitAsync(LongestOpening, clock.Provider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It is slow rather than cold.
            warmth.Answered(clock.Now);
            Ended(first.Turn);
        }
    }

    private void NoteWaited()
    {
        lock (stateLock)
        {
            paced.WaitEnds(clock.Now);
        }
    }

    private TimeSpan TimeUntilDue()
    {
        lock (stateLock)
        {
            var now = clock.Now;
            var wait = Earliest(now) - now;
            if (wait > TimeSpan.Zero)
            {
                paced.WaitBegins(now);
                used += wait < MostUsePerAction ? wait : MostUsePerAction;
            }

            return wait;
        }
    }

    private TimeSpan Earliest(TimeSpan now)
    {
        var scheduled = schedule.Next(Pace(now));
        var allowed = allowance.Next(history, now);
        var earliest = scheduled > allowed ? scheduled : allowed;
        return earliest > pausedUntil ? earliest : pausedUntil;
    }

    // What got through in the second before is what the provider allows. Of a limit that has just fallen it says nothing yet:
    // that shows after the pause, because then as many get through as it allows, before the next refusal.
    private double PaceAfter(Turn refused, TimeSpan now)
    {
        var accepted = history.AcceptedPerSecondBefore(refused);
        var current = Pace(now);
        return accepted > 0 ? Math.Min(accepted * ShareOfAccepted, current * ShareAfterCut) : current * ShareWithoutAny;
    }

    private string? News(TimeSpan now)
    {
        if (isReduced && Pace(now) >= pace.Ceiling)
        {
            isReduced = false;
            return string.Create(CultureInfo.InvariantCulture, $"back at {pace.Ceiling:0.##}/s: {key}.");
        }

        return paced.ShouldBeTold(now) ? string.Create(CultureInfo.InvariantCulture, $"paced at {PaceTold(now):0.##}/s: {key}.") : null;
    }

    private double PaceTold(TimeSpan now) => Math.Min(Pace(now), allowance.RateAt(now));

    private double Pace(TimeSpan now) => pace.At(PaceTime(now));

    private TimeSpan PaceTime(TimeSpan now) => policy.ClimbsOnlyInUse ? used : now;
}
