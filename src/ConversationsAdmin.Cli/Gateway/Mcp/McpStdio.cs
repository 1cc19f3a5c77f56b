using ConversationsAdmin.Cli.Gateway.Hosting;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

internal static class McpStdio
{
    internal static Task RunAsync(GatewayServices services, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
}
