using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>The log: one line of JSON for each entry, on standard error. Standard output is for the start, and over MCP for the protocol.</summary>
internal static class GatewayLogging
{
    // What libraries log may show what callers sent.
    private const string OwnCategories = nameof(ConversationsAdmin);

    private const int LongestQueue = 10_000;

    internal static ILoggerFactory Create() => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.None)
        .AddFilter(OwnCategories, LogLevel.Information)
        .AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        })
        .AddConsole(console =>
        {
            // Whoever reads no log must not keep a call from its answer. Lines that find the queue full are lost.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
            console.MaxQueueLength = LongestQueue;
            console.FormatterName = ConsoleFormatterNames.Json;
            console.LogToStandardErrorThreshold = LogLevel.Trace;
        }));
}
