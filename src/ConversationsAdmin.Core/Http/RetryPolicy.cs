using ConversationsAdmin.Core.Operations;
using Polly;
using Polly.Retry;

namespace ConversationsAdmin.Core.Http;

/// <summary>
/// When a request is sent again, and after what wait. What cannot have acted (429, never sent) is repeated for every operation;
/// what may have acted only where the operation's definition says that repeating is safe. What goes under an Idempotency-Key comes again also
/// while the provider is still busy with it.
/// </summary>
internal sealed class RetryPolicy
{
    private static readonly ResiliencePropertyKey<Operation> OperationKey = new("operation");
    private static readonly ResiliencePropertyKey<Action<Attempt, TimeSpan>> OnRetryKey = new("onRetry");
    private static readonly ResiliencePropertyKey<RetryCounts> CountsKey = new("counts");

    private const double ShareOfJitter = 0.1;
    private const int MostThrottledDoublings = 3;
    private const int MostFailedDoublings = 10;

    private readonly RetryOptions options;
    private readonly ResiliencePipeline<Attempt> pipeline;

    internal RetryPolicy(RetryOptions options, TimeProvider clock)
    {
        this.options = options;
        pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = Math.Max(1, options.MaxThrottled + options.MaxFailed),
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRepeat(
                    arguments.Context.Properties.GetValue(OperationKey, null!),
                    arguments.Outcome.Result,
                    arguments.Context.Properties.GetValue(CountsKey, null!))),
                DelayGenerator = arguments => ValueTask.FromResult(Delay(
                    arguments.Outcome.Result,
                    arguments.Context.Properties.GetValue(CountsKey, null!))),
                OnRetry = arguments =>
                {
                    arguments.Context.Properties.GetValue(CountsKey, null!).Count(arguments.Outcome.Result!);
                    arguments.Context.Properties.GetValue(OnRetryKey, null!)(arguments.Outcome.Result!, arguments.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    internal async Task<Attempt> RunAsync(
        Operation operation,
        Func<CancellationToken, Task<Attempt>> send,
        Action<Attempt, TimeSpan> onRetry,
        Func<bool> mayRepeat,
        CancellationToken cancellationToken)
    {
        // Nearly all is answered at the first attempt, and the pipeline is costly for what it does then: nothing.
        var first = await send(cancellationToken).ConfigureAwait(false);
        var counts = new RetryCounts(mayRepeat);
        return ShouldRepeat(operation, first, counts)
            ? await RepeatAsync(operation, first, send, onRetry, counts, cancellationToken).ConfigureAwait(false)
            : first;
    }

    private async Task<Attempt> RepeatAsync(
        Operation operation,
        Attempt first,
        Func<CancellationToken, Task<Attempt>> send,
        Action<Attempt, TimeSpan> onRetry,
        RetryCounts counts,
        CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(OperationKey, operation);
            context.Properties.Set(OnRetryKey, onRetry);
            context.Properties.Set(CountsKey, counts);
            Attempt? made = first;
            return await pipeline.ExecuteAsync(
                async (context, send) =>
                {
                    var attempt = made ?? await send(context.CancellationToken).ConfigureAwait(false);
                    made = null;
                    return attempt;
                },
                context,
                send).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool ShouldRepeat(Operation operation, Attempt? attempt, RetryCounts counts) =>
        attempt is not null
        && (attempt.IsPassing || (operation.TakesIdempotencyKey && attempt.IsRepeatedTooEarly))
        && (attempt.IsThrottled ? counts.Throttled < options.MaxThrottled : counts.Failed < options.MaxFailed)
        && counts.MayRepeat()
        && (operation.SafeToRepeat || !attempt.MayHaveActed)
        && (attempt.Response?.RetryAfter is not { } wait || wait <= options.MaxRetryAfter);

    // Never shorter than the provider asks for, nor than our own wait, and with jitter, so that many callers do not come back in the same instant.
    // A 429 says "one too many" rather than "broken", so its waits grow later, and less.
    private TimeSpan? Delay(Attempt? attempt, RetryCounts counts)
    {
        var doublings = attempt is { IsThrottled: true } ? Math.Clamp(counts.Throttled - 2, 0, MostThrottledDoublings) : Math.Min(counts.Failed, MostFailedDoublings);
        var own = options.BaseDelay * (1 << doublings) * (1 + Random.Shared.NextDouble());
        own = own < options.MaxDelay ? own : options.MaxDelay;
        return attempt?.Response?.RetryAfter is { } asked && asked * (1 + ShareOfJitter) > own
            ? asked * (1 + (Random.Shared.NextDouble() * ShareOfJitter))
            : own;
    }

    /// <summary>How often one request was sent again, for which of the two reasons, and whether it may be once more.</summary>
    private sealed class RetryCounts(Func<bool> mayRepeat)
    {
        internal Func<bool> MayRepeat { get; } = mayRepeat;

        internal int Throttled { get; private set; }

        internal int Failed { get; private set; }

        internal void Count(Attempt attempt)
        {
            Throttled += attempt.IsThrottled ? 1 : 0;
            Failed += attempt.IsThrottled ? 0 : 1;
        }
    }
}
