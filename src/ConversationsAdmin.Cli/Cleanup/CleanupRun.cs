using ConversationsAdmin.Cli.Connections;
using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using Spectre.Console;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>One clean-up: plan first, or read the plan that is there; then show it; then carry it out.</summary>
/// <param name="console">Where tables and bars go.</param>
/// <param name="output">Where people read.</param>
/// <param name="errors">Where errors go.</param>
/// <param name="machine">Where the summary for programs goes; null for none.</param>
internal sealed class CleanupRun(IAnsiConsole console, TextWriter output, TextWriter errors, TextWriter? machine)
{
    private const int MostLinesOfAKind = 10;

    private readonly LimitedLines lines = new(errors, MostLinesOfAKind);
    private CleanupPlan? plan;
    private CleanupResult? result;
    private string? error;

    internal async Task<int> RunAsync(CleanupOptions options, CancellationToken cancellationToken)
    {
        var exitCode = await EndAsync(options, cancellationToken).ConfigureAwait(false);
        lines.End();
        if (machine is not null)
        {
            CleanupReport.WriteJson(machine, plan, result, exitCode, error);
        }

        return exitCode;
    }

    private async Task<int> EndAsync(CleanupOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var (job, existing) = CleanupJobReader.Read(options, DateTimeOffset.UtcNow);
            plan = existing;
            var (connection, sampleUser) = Open(options, job);
            using var session = ProviderSession.Of(connection);
            job = sampleUser is not null && job.UserIds.Count + job.UserExternalIds.Count == 0 ? job with { UserIds = [sampleUser] } : job;
            return await RunAsync(options, job, connection, session, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RequestArgumentException or RunFileException)
        {
            return Refuse($"{exception.Message}{AdviceOn(exception)}", ExitCode.BadArguments);
        }
        catch (ProviderException exception)
        {
            return Refuse(exception.Message, exception is ProviderResponseException { StatusCode: 401 or 403 } ? ExitCode.NotAuthorised : ExitCode.SomeFailed);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Refuse("Interrupted before anything was removed.", ExitCode.Interrupted);
        }
    }

    private (ConvConnection Connection, string? SampleUser) Open(CleanupOptions options, CleanupJob job)
    {
        WarmUp.Begin();
        var provider = CleanupResources.Of(plan?.ResourceType ?? job.ResourceType).Api.Provider();
        return options.Sandbox
            ? SandboxConnection.Open(provider, job.ActionsPerSecond)
            : (CleanupConnection.Open(provider, options, job.ActionsPerSecond), null);
    }

    private async Task<int> RunAsync(CleanupOptions options, CleanupJob job, ConvConnection connection, ProviderSession session, CancellationToken cancellationToken)
    {
        if (plan is { Path: not null })
        {
            CleanupJobReader.RefuseOtherPlace(job, plan, connection);
            output.WriteLine($"The plan is that of {plan.Path}, made at {plan.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: {plan.Criteria}.");
        }

        plan ??= await PlanAsync(options, job, connection, session, cancellationToken).ConfigureAwait(false);
        job.Limits.Check(plan, session, DateTimeOffset.UtcNow);
        job.Steps.Check(plan);
        output.WriteLine($"{CleanupPlace.Of(plan)}{(options.Sandbox ? " (sandbox)" : "")}");
        if (plan.ItemCount == 0)
        {
            output.WriteLine($"Nothing fits: {plan.Criteria}. Nothing to remove.");
            return ExitCode.AllDone;
        }

        CleanupPreview.Write(console, output, plan);
        if (options.WhatIf || options.PlanOnly)
        {
            output.WriteLine(options.WhatIf ? "Nothing was removed (--what-if)." : $"Nothing was removed (--plan-only). The plan is in {plan.Path}.");
            return ExitCode.AllDone;
        }

        if (!options.Sandbox && !options.Yes)
        {
            return Refuse(
                $"Nothing was removed. Pass --yes to {(job.Steps.Close ? "close these conversations" : "remove these conversations for good")}, or --what-if to only look.",
                ExitCode.BadArguments);
        }

        return await CarryOutAsync(job, session, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CleanupPlan> PlanAsync(
        CleanupOptions options, CleanupJob job, ConvConnection connection, ProviderSession session, CancellationToken cancellationToken)
    {
        var scope = new CleanupScope
        {
            ResourceType = job.ResourceType,
            Container = job.Container ?? CleanupPlace.DefaultOf(connection, job.ResourceType),
            UserIds = job.UserIds,
            UserExternalIds = job.UserExternalIds,
        };
        var made = await new CleanupPlanner(session, scope, job.Criteria, job.Steps.ThrottleLimit, Report).MakeAsync(cancellationToken).ConfigureAwait(false)
            with
        { Close = job.Steps.Close };
        return job.PlanPath is { } path && !options.WhatIf ? CleanupPlanFile.Write(made, path, overwrite: false) : made;
    }

    private async Task<int> CarryOutAsync(CleanupJob job, ProviderSession session, CancellationToken cancellationToken)
    {
        var execution = new CleanupExecution(console, output, lines, Report, job.MaxErrors);
        result = await execution.RunAsync(session, plan!, job.Steps, cancellationToken).ConfigureAwait(false);
        CleanupReport.WriteText(output, result);
        error = execution.Error ?? (cancellationToken.IsCancellationRequested ? "Interrupted." : null);
        return execution.NotAuthorised ? ExitCode.NotAuthorised
            : cancellationToken.IsCancellationRequested ? ExitCode.Interrupted
            : result.Failed > 0 || error is not null ? ExitCode.SomeFailed
            : ExitCode.AllDone;
    }

    private static string AdviceOn(Exception exception) => exception is RunFileException { ErrorId: "PlanTooOld" }
        ? " To begin anew, take the plan and its journal away; to go on with it, set maxAge in a policy."
        : "";

    private int Refuse(string why, int exitCode)
    {
        error = why;
        errors.WriteLine(error);
        return exitCode;
    }

    private void Report(RequestNotice notice)
    {
        if (notice.Kind == RequestNoticeKind.Retry)
        {
            lines.Write("retries", notice.Text);
        }
    }
}
