using System.Threading.RateLimiting;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace ConversationsAdmin.Cli.Gateway.Guards;

/// <summary>Carries out so many requests of one caller at once, and lets some more wait, so that one caller does not keep the others waiting.</summary>
internal static class CallerLimit
{
    private const int MostWaiting = 256;
    private const int SecondsToWait = 1;

    internal static PartitionedRateLimiter<HttpContext> Create(int concurrency) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        context.Features.Get<Caller>() is { Name: var name }
            ? RateLimitPartition.GetConcurrencyLimiter(name, _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = concurrency,
                QueueLimit = MostWaiting,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            })
            : RateLimitPartition.GetNoLimiter(""));

    internal static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken) => new(ProblemAnswer.WriteAsync(rejected.HttpContext, new Problem
    {
        Title = "Too many requests",
        Status = StatusCodes.Status429TooManyRequests,
        Code = "too_many_calls",
        Detail = $"{MostWaiting} requests of this caller wait already. Send fewer at once. Nothing was sent.",
        RetryAfterSeconds = SecondsToWait,
    }));
}
