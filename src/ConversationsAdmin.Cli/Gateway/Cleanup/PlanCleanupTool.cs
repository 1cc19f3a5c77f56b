using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Connections;
using ConversationsAdmin.Cli.Gateway.Mcp;
using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>Finds what a clean-up would remove, and keeps it as a plan. Nothing changes at the provider.</summary>
internal sealed class PlanCleanupTool(GatewayConnections connections, PlanStore plans, CancellationToken stopping) : IGatewayTool
{
    internal const int ItemsShown = 20;

    public Tool Definition { get; } = new()
    {
        Name = "plan-cleanup",
        Title = "Plan a clean-up",
        Description =
            "Finds conversations or sessions by criteria and keeps them as a plan, which show-cleanup-plan shows and run-cleanup-plan carries out. Nothing is changed or removed. "
            + "It lists all there are, and may take minutes for many.",
        InputSchema = PolicySchema.Arguments,
        OutputSchema = PlanReport.PlanSchema,
        Annotations = new ToolAnnotations { ReadOnlyHint = false, DestructiveHint = false, IdempotentHint = false, OpenWorldHint = true },
    };

    public async Task<CallToolResult> CallAsync(ToolCall call, CancellationToken hungUp)
    {
        var job = PlanRequest.Read(call.Arguments, DateTimeOffset.UtcNow);
        var connection = connections.Of(CleanupResources.Of(job.ResourceType).Api.Provider());
        var scope = PlanRequest.ToScope(job, connection);
        var planner = new CleanupPlanner(ProviderSession.Of(connection), scope, job.Criteria, job.Steps.ThrottleLimit, notice: null);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(hungUp, stopping);
        var making = planner.MakeAsync(ending.Token);
        try
        {
            await ProgressReport.UntilEndAsync(planner.Progress, making, call.Progress).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw new CallRefusedException(StatusCodes.Status503ServiceUnavailable, "stopping", "The gateway stops. No plan was made.");
        }

        var plan = plans.Add(await making.ConfigureAwait(false) with { Close = job.Steps.Close });
        return ToolResult.Of(PlanReport.Of(plan, skip: 0, ItemsShown));
    }
}
