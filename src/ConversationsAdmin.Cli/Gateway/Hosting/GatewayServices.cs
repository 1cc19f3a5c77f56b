using System.Threading.RateLimiting;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Cleanup;
using ConversationsAdmin.Cli.Gateway.Connections;
using ConversationsAdmin.Cli.Gateway.Guards;
using ConversationsAdmin.Cli.Gateway.Mcp;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>What REST and MCP share: the connections, the one way to call, the limit of each caller, and the log.</summary>
internal sealed class GatewayServices : IDisposable
{
    private readonly CallMeters meters = new();
    private readonly CancellationTokenSource stopping = new();

    internal GatewayServices(GatewayOptions options, GatewayConnections connections, ILoggerFactory loggers)
    {
        Options = options;
        Connections = connections;
        Loggers = loggers;
        var log = new CallLog(loggers.CreateLogger<CallLog>());
        Calls = new OperationCaller(connections, options.Access, log, meters);
        Tools = new McpTools(
            [.. OperationTools.Of(connections, options.Access, Calls), .. CleanupTools.Of(options, connections, log, meters, stopping.Token)],
            McpInstructions.Of(connections, options.Access),
            loggers.CreateLogger<McpTools>());
        Limit = CallerLimit.Create(options.ConcurrencyPerCaller);
    }

    internal GatewayOptions Options { get; }

    internal GatewayConnections Connections { get; }

    internal ILoggerFactory Loggers { get; }

    internal OperationCaller Calls { get; }

    /// <summary>What MCP offers, over HTTP and over standard input and output.</summary>
    internal McpTools Tools { get; }

    /// <summary>Lets a caller's requests in, so many at once. Both applications ask it.</summary>
    internal PartitionedRateLimiter<HttpContext> Limit { get; }

    /// <summary>The requests of both applications that have not ended.</summary>
    internal RequestsInProgress InProgress { get; } = new();

    /// <summary>Says that the gateway stops: what would go on for long begins nothing more.</summary>
    internal void Stop() => stopping.Cancel();

    public void Dispose()
    {
        stopping.Dispose();
        Limit.Dispose();
        Connections.Dispose();
        meters.Dispose();
        Loggers.Dispose();
    }
}
