using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>Tells a caller how far its call is, if it asked to hear of it.</summary>
/// <param name="server">What reaches the caller.</param>
/// <param name="token">By what the caller knows the call; null when it does not want to hear.</param>
internal sealed class CallProgress(McpServer server, ProgressToken? token) : IProgress<ProgressNotificationValue>
{
    private readonly Lock order = new();
    private Task told = Task.CompletedTask;

    public void Report(ProgressNotificationValue value)
    {
        if (token is { } asked)
        {
            lock (order)
            {
                told = TellAsync(told, asked, value);
            }
        }
    }

    /// <summary>Waits until all is told, so that nothing comes after the result.</summary>
    // Whether anybody hears it changes nothing of what the call does.
    internal async Task EndAsync() => await told.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task TellAsync(Task before, ProgressToken asked, ProgressNotificationValue value)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await server.NotifyProgressAsync(asked, value).ConfigureAwait(false);
    }
}
