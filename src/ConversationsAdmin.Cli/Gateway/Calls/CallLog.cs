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
