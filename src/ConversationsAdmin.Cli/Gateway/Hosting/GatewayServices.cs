using System.Threading.RateLimiting;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Connections;
using ConversationsAdmin.Cli.Gateway.Guards;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>What REST and MCP share: the connections, the one way to call, the limit of each caller, and the log.</summary>
internal sealed class GatewayServices : IDisposable
{
    private readonly CallMeters meters = new();

    internal GatewayServices(GatewayOptions options, GatewayConnections connections, ILoggerFactory loggers)
    {
        Options = options;
        Connections = connections;
        Loggers = loggers;
        Calls = new OperationCaller(connections, options.Access, new CallLog(loggers.CreateLogger<CallLog>()), meters);
        Limit = CallerLimit.Create(options.ConcurrencyPerCaller);
    }

    internal GatewayOptions Options { get; }

    internal GatewayConnections Connections { get; }

    internal ILoggerFactory Loggers { get; }

    internal OperationCaller Calls { get; }

    /// <summary>Lets a caller's requests in, so many at once. Both applications ask it.</summary>
    internal PartitionedRateLimiter<HttpContext> Limit { get; }

    /// <summary>The requests of both applications that have not ended.</summary>
    internal RequestsInProgress InProgress { get; } = new();

    public void Dispose()
    {
        Limit.Dispose();
        Connections.Dispose();
        meters.Dispose();
        Loggers.Dispose();
    }
}
