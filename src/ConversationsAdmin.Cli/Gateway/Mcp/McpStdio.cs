using ConversationsAdmin.Cli.Gateway.Calls;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>MCP over standard input and output. Standard output carries the protocol and nothing else.</summary>
internal static class McpStdio
{
    private static readonly Caller Caller = new("stdio", Caller.Mcp);

    /// <summary>Serves until standard input ends or the token is cancelled. What changes something ends before that; what only reads is given up.</summary>
    /// <param name="tools">What it offers.</param>
    /// <param name="atOnce">How many calls are carried out at once.</param>
    /// <param name="loggers">Where the SDK logs to. It must not be standard output.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal static async Task RunAsync(McpTools tools, int atOnce, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        using var calls = new CallsInFlight(atOnce);
        var options = tools.OptionsFor(Caller, calls);
        await using var transport = new StdioServerTransport(options, loggers);
        await using var server = McpServer.Create(transport, options, loggers);
        var run = server.RunAsync(cancellationToken);
        try
        {
            // The SDK waits for what is in flight although standard input has ended, and nobody is there to be answered.
            await Task.WhenAny(run, transport.MessageReader.Completion).ConfigureAwait(false);
            calls.HangUp();
            await run.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It was told to end.
        }
        finally
        {
            await calls.EndAsync().ConfigureAwait(false);
        }
    }
}
