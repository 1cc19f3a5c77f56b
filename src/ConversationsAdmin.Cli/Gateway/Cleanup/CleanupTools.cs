using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Connections;
using ConversationsAdmin.Cli.Gateway.Mcp;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>The tools above single operations.</summary>
internal static class CleanupTools
{
    /// <summary>Planning, showing and carrying out a clean-up, with the plans of one folder.</summary>
    internal static IEnumerable<IGatewayTool> Of(GatewayOptions options, GatewayConnections connections, CallLog log, CallMeters meters, CancellationToken stopping)
    {
        var plans = new PlanStore(options.RunDirectory ?? PlanStore.DefaultDirectory);
        return [new PlanCleanupTool(connections, plans, stopping), new ShowCleanupPlanTool(plans), new RunCleanupPlanTool(connections, options.Access, plans, log, meters, stopping)];
    }
}
