using Microsoft.Extensions.Logging;

namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>Writes one structured line for each call that changes or destroys something. No value of a body and no secret is in it.</summary>
internal sealed partial class CallLog(ILogger<CallLog> logger)
{
    internal void Ended(OperationCall call, string path, CallEnd end, TimeSpan duration)
    {
        if (call.Operation.ReadOnly)
        {
            return;
        }

        Write(
            logger,
            end.IsSuccess ? LogLevel.Information : LogLevel.Warning,
            call.Caller.Interface,
            call.Caller.Name,
            call.Operation.Provider,
            call.Operation.Title,
            call.Operation.Method.Method,
            path,
            end.Status,
            end.Code,
            end.RequestId,
            end.Attempts,
            (long)duration.TotalMilliseconds);
    }

    /// <summary>Writes the line of one item of a plan that was carried out.</summary>
    internal void Removed(Caller caller, CleanupPlan plan, RemovalOutcome outcome) => WriteRemoval(
        logger,
        outcome.Status == RemovalStatus.Failed ? LogLevel.Warning : LogLevel.Information,
        caller.Interface,
        caller.Name,
        plan.Account.Provider,
        plan.PlanId,
        plan.ResourceType,
        outcome.Target,
        outcome.Status,
        outcome.Error?.ErrorId,
        outcome.Attempts,
        (long)outcome.Duration.TotalMilliseconds);

    [LoggerMessage(
        EventId = 2,
        EventName = "removal",
        Message = "{Interface} {Caller}: {Provider} plan {PlanId} {ResourceType} {Target} ended with {Status} {Code}, attempts {Attempts}, {DurationMilliseconds} ms")]
    private static partial void WriteRemoval(
        ILogger logger,
        LogLevel level,
        string @interface,
        string caller,
        Provider provider,
        string planId,
        string resourceType,
        string? target,
        RemovalStatus status,
        string? code,
        int attempts,
        long durationMilliseconds);

    [LoggerMessage(
        EventId = 1,
        EventName = "write",
        Message = "{Interface} {Caller}: {Provider} {Operation} {Method} {Path} ended with {Status} {Code}, request {RequestId}, attempts {Attempts}, {DurationMilliseconds} ms")]
    private static partial void Write(
        ILogger logger,
        LogLevel level,
        string @interface,
        string caller,
        Provider provider,
        string operation,
        string method,
        string path,
        int? status,
        string? code,
        string? requestId,
        int attempts,
        long durationMilliseconds);
}
