using ConversationsAdmin.Core.Operations;
using Polly;
using Polly.Retry;

namespace ConversationsAdmin.Core.Http;

/// <summary>
/// When a request is sent again, and after what wait. What cannot have acted (429, never sent) is repeated for every operation;
/// what may have acted only where the operation's definition says that repeating is safe.
/// </summary>
internal sealed class RetryPolicy
{
    private static readonly ResiliencePropertyKey<Operation> OperationKey = new("operation");
    private static readonly ResiliencePropertyKey<Action<Attempt, TimeSpan>> OnRetryKey = new("onRetry");
    private const double ShareOfJitter = 0.1;

    private readonly RetryOptions options;
    private readonly ResiliencePipeline<Attempt> pipeline;

    internal RetryPolicy(RetryOptions options, TimeProvider clock)
    {
        this.options = options;
        pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = Math.Max(1, Math.Max(options.MaxThrottled, options.MaxFailed)),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.BaseDelay,
                MaxDelay = options.MaxDelay,
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRepeat(
                    arguments.Context.Properties.GetValue(OperationKey, null!),
                    arguments.Outcome.Result,
                    arguments.AttemptNumber)),
                DelayGenerator = arguments => ValueTask.FromResult(RequestedDelay(arguments.Outcome.Result)),
                OnRetry = arguments =>
                {
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
        CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(OperationKey, operation);
            context.Properties.Set(OnRetryKey, onRetry);
            return await pipeline.ExecuteAsync(
                static async (context, send) => await send(context.CancellationToken).ConfigureAwait(false),
                context,
                send).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool ShouldRepeat(Operation operation, Attempt? attempt, int attemptNumber) =>
        attempt is { IsPassing: true }
        && attemptNumber < (attempt.IsThrottled ? options.MaxThrottled : options.MaxFailed)
        && (operation.SafeToRepeat || !attempt.MayHaveActed)
        && (attempt.Response?.RetryAfter is not { } wait || wait <= options.MaxRetryAfter);

    // Never shorter than the provider asks for, and a little longer, so that many callers do not come back in the same instant.
    private static TimeSpan? RequestedDelay(Attempt? attempt) =>
        attempt?.Response?.RetryAfter is { } wait
            ? wait + (wait * (Random.Shared.NextDouble() * ShareOfJitter))
            : null;
}
