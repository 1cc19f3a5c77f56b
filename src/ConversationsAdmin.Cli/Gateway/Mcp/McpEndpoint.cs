using Microsoft.AspNetCore.Builder;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

internal static class McpEndpoint
{
    internal static void Map(WebApplication application) => ArgumentNullException.ThrowIfNull(application);
}
