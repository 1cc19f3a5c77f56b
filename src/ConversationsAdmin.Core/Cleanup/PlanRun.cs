using System.Diagnostics;
using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Parallel;
using ConversationsAdmin.Core.Removal;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>
/// Carries out a plan, item by item: archives it where that is asked for, looks whether it changed, removes it, and writes the outcome to the journal.
/// Reading runs ahead of removing by as many items as may be read at once.
/// </summary>
public sealed class PlanRun : IAsyncDisposable
{
    private readonly ProviderSession session;
    private readonly CleanupPlan plan;
    private readonly PlanSteps steps;
    private readonly Action<RequestNotice>? notice;
    private readonly CleanupResource resource;
    private readonly CandidateReader reader;
    private readonly Remover remover = new();
    private readonly Places reading;
    private readonly Places removing;
    private readonly PlanJournal? journal;
    private readonly ConversationArchive? archive;

    private PlanRun(ProviderSession session, CleanupPlan plan, PlanSteps steps, Action<RequestNotice>? notice, PlanJournal? journal, ConversationArchive? archive)
    {
        this.session = session;
        this.plan = plan;
        this.steps = steps;
        this.notice = notice;
        this.journal = journal;
        this.archive = archive;
        resource = CleanupResources.Of(plan.ResourceType);
        reader = new CandidateReader(session, resource, plan.Criteria, notice);
        reading = new Places(steps.ThrottleLimit);
        removing = new Places(steps.ThrottleLimit);
    }

    /// <summary>Opens the journal and the archive, and is ready to begin. Nothing is sent.</summary>
    /// <param name="session">The connection, which <see cref="PlanLimits.Check"/> has found to be the plan's.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="steps">What is done with each item.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <exception cref="RequestArgumentException">As <see cref="PlanSteps.Check(CleanupPlan)"/>.</exception>
    /// <exception cref="RunFileException">The journal or the archive can't be used.</exception>
    public static async Task<PlanRun> OpenAsync(ProviderSession session, CleanupPlan plan, PlanSteps steps, Action<RequestNotice>? notice)
    {
        steps.Check(plan);
        var journal = steps.JournalPath is { } path ? PlanJournal.Open(path, plan, steps) : null;
        try
        {
            var options = new ArchiveOptions { IncludeReceipts = steps.IncludeReceipts, MaxConcurrency = steps.ThrottleLimit };
            return new PlanRun(
                session, plan, steps, notice, journal, steps.ArchivePath is { } file ? ConversationArchive.Open(file, options, plan.Account, plan.Container) : null);
        }
        catch
        {
            await (journal?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>How many items should be run at once: as many are read as are removed meanwhile.</summary>
    public int Workers => steps.ThrottleLimit * 2;

    /// <summary>The items for which something is left to do.</summary>
    public IReadOnlyList<CleanupPlanItem> Pending => journal?.Pending ?? plan.Items;

    /// <summary>Runs an item to its end, and writes it to the journal.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="mayRepeat">Asked before the removal is sent, and before it is sent again.</param>
    public async Task<EndedItem> RunAsync(CleanupPlanItem item, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        var target = TargetOf(item);
        try
        {
            return await WriteAsync(item, await EndAsync(item, target, mayRepeat, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (RunFileException exception)
        {
            return new EndedItem(item, Remover.Skip(session, target, "Its archive can't be written."), exception);
        }
        catch (OperationCanceledException)
        {
            return new EndedItem(item, NotBegun(item)) { IsBegun = false };
        }
    }

    /// <summary>Says that no item is under way any more: the archive gets its manifest.</summary>
    /// <exception cref="RunFileException"><c>FileNotWritable</c>: the manifest could not be written.</exception>
    public Task CompleteAsync() => archive?.CompleteAsync() ?? Task.CompletedTask;

    /// <summary>Closes the journal and the archive.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await (journal?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
        }
        finally
        {
            await (archive?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
        }
    }

    /// <summary>The outcome of an item whose turn did not come.</summary>
    /// <param name="item">The item.</param>
    public RemovalOutcome NotBegun(CleanupPlanItem item) => Remover.Skip(session, TargetOf(item), "The run ended before its turn came.");

    // What happened must be told, also when it can't be written down.
    private async Task<EndedItem> WriteAsync(CleanupPlanItem item, RemovalOutcome outcome)
    {
        try
        {
            await (journal?.WriteAsync(item, outcome) ?? Task.CompletedTask).ConfigureAwait(false);
            return new EndedItem(item, outcome);
        }
        catch (RunFileException exception)
        {
            return new EndedItem(item, outcome, exception);
        }
    }

    private async Task<RemovalOutcome> EndAsync(CleanupPlanItem item, RemovalTarget target, Func<bool> mayRepeat, CancellationToken cancellationToken)
    {
        var look = new Look((look, token) => PrepareAsync(item, target, look, token), steps.Clock);
        if (await look.TakeAsync(cancellationToken).ConfigureAwait(false) is { } leftAlone)
        {
            return leftAlone;
        }

        return await RemoveAsync(target, archive is null && steps.SkipCheck ? null : look, mayRepeat, cancellationToken).ConfigureAwait(false);
    }

    // What says that it is to be left alone; null when it may go.
    private async Task<RemovalOutcome?> PrepareAsync(CleanupPlanItem item, RemovalTarget target, Look look, CancellationToken cancellationToken)
    {
        using var place = await reading.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (await ArchiveAsync(item, target, cancellationToken).ConfigureAwait(false) is { } notArchived)
            {
                return notArchived;
            }

            look.SetTaken();
            return steps.SkipCheck ? null : await CheckAsync(item, target, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderException exception)
        {
            return Remover.NotReadable(session, target, exception);
        }
    }

    private async Task<RemovalOutcome?> ArchiveAsync(CleanupPlanItem item, RemovalTarget target, CancellationToken cancellationToken)
    {
        if (archive is null)
        {
            return null;
        }

        try
        {
            if (!steps.AcceptIncompleteArchive && archive.Find(item.Target) is { } known && ArchivedResources.LacksOnlyMedia(known) && known.Time >= plan.CreatedAt)
            {
                // Nothing would be different if it was read again but the size of the file.
                return NotComplete(target, known);
            }

            // Anew also if it is there: what came since would be lost, and the check does not see all of it.
            var archived = await archive.WriteAsync(session, new ArchiveSource(resource.ResourceType, target.Address), notice, cancellationToken).ConfigureAwait(false);
            return archived.Complete || steps.AcceptIncompleteArchive
                ? null
                : NotComplete(target, archived);
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound)
        {
            // Not left to the removal: what can't be found now must not go without its archive if it is found then.
            return await remover.MissedAsync(session, target, exception, notice, cancellationToken).ConfigureAwait(false);
        }
    }

    private RemovalOutcome NotComplete(RemovalTarget target, ArchivedConversation archived) =>
        Remover.Skip(session, target, $"Its archive is not complete: {string.Join(" ", archived.Missing)}");

    private async Task<RemovalOutcome?> CheckAsync(CleanupPlanItem item, RemovalTarget target, CancellationToken cancellationToken)
    {
        try
        {
            var candidate = await reader.FetchAsync(target.Address, cancellationToken).ConfigureAwait(false);
            var details = await reader.DetailsAsync(candidate, cancellationToken).ConfigureAwait(false);
            return WhyNot(item, candidate, details) is { } why ? Remover.Skip(session, target, why) : null;
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound)
        {
            return await AfterNotFoundAsync(target, exception, cancellationToken).ConfigureAwait(false);
        }
    }

    private string? WhyNot(CleanupPlanItem item, CleanupCandidate candidate, CandidateDetails details) =>
        candidate.Irremovable is { } irremovable ? $"Left alone: {irremovable}."
        : steps.Close && candidate.State == resource.Close!.Value.State ? "It is closed already."
        : Fingerprint.Of(candidate, details) == item.Fingerprint ? null
        : PlanChange.Describe(item, candidate, details);

    // After a 404 no removal is sent: it would go unseen if it was there after all, or if only its messages were said not to be.
    private async Task<RemovalOutcome> AfterNotFoundAsync(RemovalTarget target, ProviderResponseException notFound, CancellationToken cancellationToken)
    {
        try
        {
            await reader.FetchAsync(target.Address, cancellationToken).ConfigureAwait(false);
            return Remover.NotReadable(session, target, notFound);
        }
        catch (ProviderResponseException gone) when (gone.IsNotFound)
        {
            return await remover.MissedAsync(session, target, gone, notice, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<RemovalOutcome> RemoveAsync(RemovalTarget target, Look? look, Func<bool> mayRepeat, CancellationToken cancellationToken)
    {
        using var place = await removing.EnterAsync(cancellationToken).ConfigureAwait(false);
        var watch = Stopwatch.StartNew();
        var request = steps.Close ? CloseRequest(target.Address) : target.Delete;
        var isSent = false;
        try
        {
            return steps.Close
                ? await remover.CloseAsync(session, target, request, notice, cancellationToken, mayRepeat, SendingAsync, look).ConfigureAwait(false)
                : await remover.RemoveAsync(session, target, notice, cancellationToken, mayRepeat, SendingAsync, look).ConfigureAwait(false);
        }
        catch (LeftAloneException leftAlone)
        {
            return leftAlone.Outcome;
        }
        catch (OperationCanceledException exception) when (exception is not NotBegunException && isSent)
        {
            return Remover.Unfinished(session, target, request.Operation, watch.Elapsed);
        }

        Task SendingAsync()
        {
            isSent = true;
            if (steps.Close)
            {
                // What it did itself would be taken for somebody else's doing.
                look?.Keep();
            }

            return Task.CompletedTask;
        }
    }

    private OperationRequest CloseRequest(ResourceAddress address)
    {
        var (update, parameter, state) = resource.Close!.Value;
        return OperationRequest.Create(update, [.. address.ValuesFor(update), KeyValuePair.Create(parameter, (object?)state)]);
    }

    private RemovalTarget TargetOf(CleanupPlanItem item) =>
        Removals.Target(resource.ResourceType, session.Origin.AccountSid, PlanItems.Address(resource, plan.Container, item.Target));
}
