using System.Globalization;
using ConversationsAdmin.Core.Errors;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Pacing;
using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Core.Http;

/// <summary>
/// The one gate of a connection: everything that runs on the connection passes it, so that parallel work slows down together.
/// A write waits for its turn at its budget first, and takes one of the connection's places only when it is due.
/// </summary>
internal sealed class ConnectionGate
{
    private readonly RetryOptions retry;
    private readonly PacingClock clock;
    private readonly ConnectionBudgets budgets;
    private readonly ConcurrencyLimit places;
    private readonly object pauseLock = new();
    private TimeSpan pausedUntil;

    internal ConnectionGate(ClientOptions options, TimeProvider time)
    {
        retry = options.Retry;
        clock = new PacingClock(time);
        budgets = new ConnectionBudgets(options.ActionsPerSecond, clock);
        places = new ConcurrencyLimit(options.MaxConcurrency, clock);
    }

    /// <summary>The slowest pace in actions a second that makes somebody wait, or did so lately; null when nobody waits.</summary>
    internal double? CurrentPace => budgets.CurrentPace;

    /// <summary>Waits until the request may be sent. The passage is given back by disposing it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isReturning">True when it is sent again: it goes before newcomers.</param>
    /// <param name="maySend">Asked when its turn has come.</param>
    /// <param name="sending">Awaited when its turn has come; null for nothing.</param>
    /// <param name="tell">Hears what a person may want to know of the pace.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NotBegunException">It may not be sent any more.</exception>
    internal async ValueTask<Passage> EnterAsync(
        OperationRequest request, bool isReturning, Func<bool> maySend, Func<Task>? sending, Action<string>? tell, CancellationToken cancellationToken)
    {
        if (budgets.Borrow(request) is not { } budget)
        {
            await TakePlaceAsync(isReturning, maySend, sending, cancellationToken).ConfigureAwait(false);
            return new Passage { Gate = this, Request = request, Tell = tell, Sent = clock.Now };
        }

        try
        {
            var turn = await TakeTurnAsync(budget, isReturning, maySend, sending, tell, cancellationToken).ConfigureAwait(false);
            return new Passage { Gate = this, Request = request, Tell = tell, Sent = turn.Sent, Budget = budget, Turn = turn };
        }
        catch
        {
            budgets.GiveBack(budget);
            throw;
        }
    }

    /// <summary>Lets nobody through for a while; a longer pause that is under way stays.</summary>
    internal void Pause(TimeSpan duration)
    {
        var until = clock.Now + duration;
        lock (pauseLock)
        {
            pausedUntil = until > pausedUntil ? until : pausedUntil;
        }
    }

    // The slot is taken when all that delays the request is over: what is sent later than it was let through would come in a bunch with the next.
    // The place comes last, so that whoever waits for its turn keeps no read from being sent.
    private async ValueTask<Turn> TakeTurnAsync(
        ActionBudget budget, bool isReturning, Func<bool> maySend, Func<Task>? sending, Action<string>? tell, CancellationToken cancellationToken)
    {
        var wanted = clock.Now;
        await budget.EnterAsync(isReturning, cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                // One that may not go takes no slot, so that a line of them ends soon.
                Demand(maySend);
                await budget.WaitUntilDueAsync(cancellationToken).ConfigureAwait(false);
                await TakePlaceAsync(isReturning, maySend, sending, cancellationToken).ConfigureAwait(false);
                if (budget.TryTake(wanted, tell) is { } turn)
                {
                    return turn;
                }

                // The scope was paused meanwhile.
                places.Leave();
                sending = null;
            }
        }
        finally
        {
            budget.PassOn();
        }
    }

    private async ValueTask TakePlaceAsync(bool isReturning, Func<bool> maySend, Func<Task>? sending, CancellationToken cancellationToken)
    {
        await places.EnterAsync(isReturning, cancellationToken).ConfigureAwait(false);
        try
        {
            while (RemainingPause() is { Ticks: > 0 } pause)
            {
                await clock.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
            }

            Demand(maySend);
            if (sending is not null)
            {
                await sending().ConfigureAwait(false);
            }
        }
        catch
        {
            places.Leave();
            throw;
        }
    }

    private static void Demand(Func<bool> maySend)
    {
        if (!maySend())
        {
            throw new NotBegunException();
        }
    }

    private TimeSpan RemainingPause()
    {
        lock (pauseLock)
        {
            return pausedUntil - clock.Now;
        }
    }

    private void RefusedAsTooManyAtOnce(Passage passage)
    {
        if (places.Refused(passage.Sent) is { } limit)
        {
            passage.Tell?.Invoke(string.Create(CultureInfo.InvariantCulture, $"too many requests at once; at most {limit} at once for a while."));
        }
    }

    // As long as the provider asks for. Where that is longer than anybody waits, the request fails and says so, and the others find out by themselves.
    private TimeSpan PauseAfter(ProviderResponse response) =>
        response.RetryAfter is { } asked && asked <= retry.MaxRetryAfter ? asked : retry.BaseDelay * 2;

    private static bool IsAboutConcurrency(OperationRequest request, Attempt attempt) =>
        attempt.IsThrottled
        && request.Operation.Api == Api.TwilioConversations
        && ErrorReader.CodeOf(request.Operation, attempt.Response!) == TwilioErrors.TooManyAtOnce;

    /// <summary>The leave to send one request. It holds one of the connection's places until it is disposed.</summary>
    internal readonly struct Passage : IDisposable
    {
        internal required ConnectionGate Gate { get; init; }

        internal required OperationRequest Request { get; init; }

        internal required Action<string>? Tell { get; init; }

        internal required TimeSpan Sent { get; init; }

        internal ActionBudget? Budget { get; init; }

        internal Turn? Turn { get; init; }

        /// <summary>Notes how the sending ended.</summary>
        /// <returns>The same, and whether a refusal is no more than that of the scope, which is held back already.</returns>
        internal Attempt Ended(Attempt attempt)
        {
            if (attempt.Response is not { } response)
            {
                return attempt;
            }

            if (IsAboutConcurrency(Request, attempt))
            {
                Gate.RefusedAsTooManyAtOnce(this);
            }
            else if (attempt.IsThrottled && Budget is not null)
            {
                Budget.Refused(Turn!, Gate.PauseAfter(response), response.RateLimit, Tell);
                return attempt with { IsOfScope = true };
            }

            Budget?.Answered(Turn!, response.RateLimit);
            return attempt;
        }

        public void Dispose()
        {
            Gate.places.Leave();
            if (Budget is not null)
            {
                Budget.Ended(Turn!);
                Gate.budgets.GiveBack(Budget);
            }
        }
    }
}
