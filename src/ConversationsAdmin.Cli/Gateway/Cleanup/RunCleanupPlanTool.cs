using System.Text.Json;
using ConversationsAdmin.Cli.Cleanup;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Connections;
using ConversationsAdmin.Cli.Gateway.Mcp;
using ConversationsAdmin.Core.Cleanup;
using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>Carries out a plan for so many seconds; the next call goes on with what is left.</summary>
/// <param name="connections">The connections.</param>
/// <param name="access">What is allowed.</param>
/// <param name="plans">The plans.</param>
/// <param name="log">Has a line for each removal.</param>
/// <param name="meters">Count them.</param>
/// <param name="stopping">Cancelled when the gateway stops: a run begins nothing more then, and tells what is left.</param>
internal sealed class RunCleanupPlanTool(GatewayConnections connections, GatewayAccess access, PlanStore plans, CallLog log, CallMeters meters, CancellationToken stopping) : IGatewayTool
{
    private const int MostLinesOfAKind = 10;

    // Clients of MCP mostly give up after a minute.
    private const int DefaultSeconds = 45;
    private const int MostSeconds = 600;

    private const int DefaultAtOnce = 10;
    private const int MostAtOnce = 64;

    public Tool Definition { get; } = new()
    {
        Name = "run-cleanup-plan",
        Title = "Carry out a plan of a clean-up",
        Description =
            "Removes for good what a plan of plan-cleanup holds, each with all that is in it, and first archives it on the gateway's machine. What changed since the plan is left alone. "
            + "It works for so many seconds and says what is left: call it again until finished is true. A plan is carried out within a day."
            + (access.Destroy ? "" : $" This gateway was started without {GatewayAccess.AllowDestructive} and will refuse.")
            + (access.Write ? "" : $" It was started without {GatewayAccess.AllowWrite} and will refuse plans to close."),
        InputSchema = JsonElement.Parse(
            $$"""
            {"type":"object","required":["planId","confirm"],"additionalProperties":false,"properties":{
            "planId":{"type":"string","format":"uuid","description":"What plan-cleanup answered."},
            "confirm":{"type":"string","description":"The planId once more: what it names is destroyed."},
            "seconds":{"type":"integer","minimum":1,"maximum":{{MostSeconds}},"default":{{DefaultSeconds}},"description":"How long to work before the rest is left to the next call."},
            "archive":{"type":"boolean","default":true,"description":"Whether each is archived before it goes."},
            "acceptIncompleteArchive":{"type":"boolean","default":false,"description":"Whether also what can't be archived completely goes, such as media that the provider no longer has."},
            "throttle":{"type":"integer","minimum":1,"maximum":{{MostAtOnce}},"default":{{DefaultAtOnce}},"description":"How many removals may be in progress at once."},
            "maxErrors":{"type":"integer","minimum":1,"default":25,"description":"With how many failures the run ends."}
            } }
            """),
        OutputSchema = PlanReport.RunSchema,
        Annotations = new ToolAnnotations { ReadOnlyHint = false, DestructiveHint = true, IdempotentHint = true, OpenWorldHint = true },
    };

    public async Task<CallToolResult> CallAsync(ToolCall call, CancellationToken hungUp)
    {
        var arguments = new ToolArguments(call.Arguments);
        var planId = arguments.Text("planId");
        var confirm = arguments.OptionalText("confirm");
        var seconds = arguments.Number("seconds", DefaultSeconds, least: 1, MostSeconds);
        var archives = arguments.Flag("archive", otherwise: true);
        var acceptsIncomplete = arguments.Flag("acceptIncompleteArchive", otherwise: false);
        var maxErrors = arguments.Number("maxErrors", otherwise: 25, least: 1, most: int.MaxValue);
        var throttle = arguments.Number("throttle", DefaultAtOnce, least: 1, MostAtOnce);
        arguments.RefuseOthers();
        access.CheckDestruction("Carrying out a plan", planId, confirm);

        var plan = plans.Read(planId);
        if (plan.Close)
        {
            access.CheckWrite("Carrying out a plan to close");
        }

        var session = connections.SessionOf(plan.Account.Provider);
        new PlanLimits().Check(plan, session, DateTimeOffset.UtcNow);
        var steps = new PlanSteps
        {
            Close = plan.Close,
            JournalPath = plans.JournalOf(plan),
            ArchivePath = archives ? plans.ArchiveOf(plan) : null,
            AcceptIncompleteArchive = archives && acceptsIncomplete,
            ThrottleLimit = throttle,
        };

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(hungUp, stopping);
        enough.CancelAfter(TimeSpan.FromSeconds(seconds));
        using var told = new StringWriter();
        var lines = new LimitedLines(told, MostLinesOfAKind);
        var execution = new CleanupExecution(lines, _ => { }, maxErrors)
        {
            Show = (progress, run) => ProgressReport.UntilEndAsync(progress, run, call.Progress),
            Ended = ended =>
            {
                log.Removed(call.Caller, plan, ended.Outcome);
                meters.Removed(call.Caller, ended.Outcome);
            },
            Enough = enough.Token,
        };
        var result = await execution.RunAsync(session, plan, steps, CancellationToken.None).ConfigureAwait(false);
        lines.End();
        return ToolResult.Of(PlanReport.OfRun(result, execution.Error, told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
    }
}
