using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Mcp;
using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>Shows a plan, page by page.</summary>
internal sealed class ShowCleanupPlanTool(PlanStore plans) : IGatewayTool
{
    private const int MostItems = 500;

    public Tool Definition { get; } = new()
    {
        Name = "show-cleanup-plan",
        Title = "Show a plan of a clean-up",
        Description = "Shows what a plan of plan-cleanup would remove: how many by state and age, and the items, page by page. Nothing is sent.",
        InputSchema = JsonElement.Parse(
            $$"""
            {"type":"object","required":["planId"],"additionalProperties":false,"properties":{
            "planId":{"type":"string","format":"uuid","description":"What plan-cleanup answered."},
            "skip":{"type":"integer","minimum":0,"default":0,"description":"How many items to leave out at the beginning."},
            "first":{"type":"integer","minimum":1,"maximum":{{MostItems}},"default":100,"description":"How many items to show."}
            } }
            """),
        OutputSchema = PlanReport.PlanSchema,
        Annotations = new ToolAnnotations { ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };

    public Task<CallToolResult> CallAsync(ToolCall call, CancellationToken hungUp)
    {
        var arguments = new ToolArguments(call.Arguments);
        var planId = arguments.Text("planId");
        var skip = arguments.Number("skip", otherwise: 0, least: 0, most: int.MaxValue);
        var first = arguments.Number("first", otherwise: 100, least: 1, most: MostItems);
        arguments.RefuseOthers();
        return Task.FromResult(ToolResult.Of(PlanReport.Of(plans.Read(planId), skip, first)));
    }
}
