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
    private CleanupPlan? plan;
    private CleanupResult? result;
    private string? error;

    internal async Task<int> RunAsync(CleanupOptions options, CancellationToken cancellationToken)
    {
        var exitCode = await EndAsync(options, cancellationToken).ConfigureAwait(false);
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
            return Refuse(exception, ExitCode.BadArguments);
        }
        catch (ProviderException exception)
        {
            return Refuse(exception, exception is ProviderResponseException { StatusCode: 401 or 403 } ? ExitCode.NotAuthorised : ExitCode.SomeFailed);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error = "Interrupted before anything was removed.";
            errors.WriteLine(error);
            return ExitCode.Interrupted;
        }
    }

    private (ConvConnection Connection, string? SampleUser) Open(CleanupOptions options, CleanupJob job)
    {
        WarmUp.Begin();
        var provider = CleanupResources.Of(plan?.ResourceType ?? job.ResourceType).Api.Provider();
        return options.Sandbox
            ? CleanupConnection.OpenSandbox(provider, job.ActionsPerSecond)
            : (CleanupConnection.Open(provider, options, job.ActionsPerSecond), null);
    }

    private async Task<int> RunAsync(CleanupOptions options, CleanupJob job, ConvConnection connection, ProviderSession session, CancellationToken cancellationToken)
    {
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
            error = "Nothing was removed. Pass --yes to remove these conversations for good, or --what-if to only look.";
            errors.WriteLine(error);
            return ExitCode.BadArguments;
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
        var made = await new CleanupPlanner(session, scope, job.Criteria, job.Steps.ThrottleLimit, Report).MakeAsync(cancellationToken).ConfigureAwait(false);
        return job.PlanPath is { } path && !options.WhatIf ? CleanupPlanFile.Write(made, path, overwrite: false) : made;
    }

    private async Task<int> CarryOutAsync(CleanupJob job, ProviderSession session, CancellationToken cancellationToken)
    {
        var execution = new CleanupExecution(console, output, errors, Report, job.MaxErrors);
        result = await execution.RunAsync(session, plan!, job.Steps, cancellationToken).ConfigureAwait(false);
        CleanupReport.WriteText(output, result);
        error = execution.Error;
        return execution.NotAuthorised ? ExitCode.NotAuthorised
            : cancellationToken.IsCancellationRequested ? ExitCode.Interrupted
            : result.Failed > 0 || error is not null ? ExitCode.SomeFailed
            : ExitCode.AllDone;
    }

    private int Refuse(Exception exception, int exitCode)
    {
        error = exception.Message;
        errors.WriteLine(error);
        return exitCode;
    }

    private void Report(RequestNotice notice)
    {
        if (notice.Kind == RequestNoticeKind.Retry)
        {
            errors.WriteLine(notice.Text);
        }
    }
}
