using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Connections;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>The tools that operations are.</summary>
internal static class OperationTools
{
    /// <summary>One for each operation of each provider that there is a connection to.</summary>
    internal static IEnumerable<IGatewayTool> Of(GatewayConnections connections, GatewayAccess access, OperationCaller caller) =>
        OperationCatalog.All.Where(operation => connections.Has(operation.Provider)).Select(operation => new OperationTool(operation, access, caller));
}
