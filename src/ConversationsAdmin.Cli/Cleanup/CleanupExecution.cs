using System.Diagnostics;
using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Parallel;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Carries out a plan.</summary>
/// <param name="lines">Hears what failed, was skipped, or ended the run.</param>
/// <param name="report">Hears of retries.</param>
/// <param name="maxErrors">With how many failures the run ends.</param>
internal sealed class CleanupExecution(LimitedLines lines, Action<RequestNotice> report, int maxErrors)
{
    private readonly OutcomeCounts counts = new();
    private int failures;

    /// <summary>Shows how far the run has come, until it has ended.</summary>
    internal Func<RunProgress, Task, Task> Show { get; init; } = static (_, run) => run;

    /// <summary>Hears how each item ended, one after the other.</summary>
    internal Action<EndedItem> Ended { get; init; } = static _ => { };

    /// <summary>Begins nothing more once it is cancelled. What is under way has five seconds to end well.</summary>
    internal CancellationToken Enough { get; init; }

    /// <summary>True when the credentials were refused.</summary>
    internal bool NotAuthorised { get; private set; }

    /// <summary>Why the run ended early; null when it did not.</summary>
    internal string? Error { get; private set; }

    internal async Task<CleanupResult> RunAsync(ProviderSession session, CleanupPlan plan, PlanSteps steps, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var run = await PlanRun.OpenAsync(session, plan, steps, report).ConfigureAwait(false);
        var pending = run.Pending;
        counts.DoneBefore = plan.ItemCount - pending.Count;
        ParallelQueue<CleanupPlanItem, EndedItem>? queue = null;
        queue = new ParallelQueue<CleanupPlanItem, EndedItem>(
            run.Workers,
            async (item, results, token) =>
            {
                var ended = await run.RunAsync(item, token, () => !queue!.IsHalted).ConfigureAwait(false);
                if (EndsRun(ended))
                {
                    // Here rather than when the outcome is taken: until then the other workers would go on.
                    queue!.Halt();
                }

                await results.WriteAsync(ended, CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);
        await using var enough = Enough.Register(queue.Halt).ConfigureAwait(false);
        var progress = new RunProgress { Total = pending.Count, Pace = () => session.Client.CurrentPace };
        var adding = AddAsync(queue, pending, cancellationToken);
        var taking = TakeAsync(queue, progress);
        try
        {
            await Show(progress, taking).ConfigureAwait(false);
        }
        finally
        {
            // Where nothing can be shown any more, nothing more is begun, and what is under way ends while its journal is open.
            queue.Halt();
            await taking.ConfigureAwait(false);
            await adding.ConfigureAwait(false);
            await queue.Completion.ConfigureAwait(false);
        }

        await CompleteAsync(run).ConfigureAwait(false);
        return counts.ToResult(plan) with { Duration = watch.Elapsed, JournalPath = steps.JournalPath, ArchivePath = steps.ArchivePath };
    }

    private static async Task AddAsync(ParallelQueue<CleanupPlanItem, EndedItem> queue, IReadOnlyList<CleanupPlanItem> items, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var item in items)
            {
                if (!await queue.AddAsync(item, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The summary tells what was done and what was left.
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private async Task TakeAsync(ParallelQueue<CleanupPlanItem, EndedItem> queue, RunProgress progress)
    {
        try
        {
            await foreach (var ended in queue.Results.ReadAllAsync().ConfigureAwait(false))
            {
                Take(ended, progress);
            }
        }
        catch (OperationCanceledException)
        {
            // Halted, by Ctrl+C or by an early end: what had finished is counted.
        }
    }

    private bool EndsRun(EndedItem ended) =>
        (ended.Outcome.Status == RemovalStatus.Failed && Interlocked.Increment(ref failures) >= maxErrors) || IsRefusal(ended) || ended.FileFailure is not null;

    private static bool IsRefusal(EndedItem ended) => ended.Outcome.Error is ProviderResponseException { StatusCode: 401 or 403 };

    private void Take(EndedItem ended, RunProgress progress)
    {
        if (!ended.IsBegun)
        {
            return;
        }

        var outcome = ended.Outcome;
        progress.CountDone(failed: outcome.Status == RemovalStatus.Failed);
        counts.Count(ended);
        Ended(ended);
        if (outcome.Status is RemovalStatus.Failed or RemovalStatus.Skipped)
        {
            lines.Write(outcome.Status == RemovalStatus.Failed ? "failed" : "skipped", $"{outcome.Target}: {outcome.Message}");
        }

        if (IsRefusal(ended) && !NotAuthorised)
        {
            NotAuthorised = true;
            Tell("The run was stopped, because the credentials were refused.");
        }

        if (ended.FileFailure is { } failure)
        {
            Tell($"{ended.Item}: {outcome.Status}. {failure.Message}");
        }
        else if (counts.Of(RemovalStatus.Failed) >= maxErrors && Error is null)
        {
            Tell($"The run was stopped when {maxErrors} had failed (maxErrors).");
        }
    }

    private async Task CompleteAsync(PlanRun run)
    {
        try
        {
            await run.CompleteAsync().ConfigureAwait(false);
        }
        catch (RunFileException exception)
        {
            Tell(exception.Message);
        }
    }

    private void Tell(string what)
    {
        Error ??= what;
        lines.Write(what);
    }
}
