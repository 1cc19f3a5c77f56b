using System.Diagnostics;
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
public sealed class PlanRun
{
    private readonly ProviderSession session;
    private readonly CleanupPlan plan;
    private readonly PlanSteps steps;
    private readonly CleanupResource resource;
    private readonly CandidateReader reader;
    private readonly PlanJournal? journal;
    private readonly Remover remover = new();
    private readonly Places reading;
    private readonly Places removing;

    /// <summary>Creates a run. Nothing is sent.</summary>
    /// <param name="session">The connection, which <see cref="PlanLimits.Check"/> has found to be the plan's.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="steps">What is done with each item.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="journal">The journal; null for none.</param>
    /// <exception cref="RequestArgumentException">The provider can't close what the plan is about.</exception>
    public PlanRun(ProviderSession session, CleanupPlan plan, PlanSteps steps, Action<RequestNotice>? notice, PlanJournal? journal = null)
    {
        this.session = session;
        this.journal = journal;
        this.plan = plan;
        this.steps = steps;
        resource = CleanupResources.Of(plan.ResourceType);
        if (steps.Close && !resource.CanClose)
        {
            throw RequestArgumentException.About("Close", $"{resource.ResourceType} can't be closed. Leave it out to remove.");
        }

        reader = new CandidateReader(session, resource, plan.Criteria, notice);
        reading = new Places(steps.ThrottleLimit);
        removing = new Places(steps.ThrottleLimit);
    }

    /// <summary>How many items should be run at once: as many are read as are removed meanwhile.</summary>
    public int Workers => steps.ThrottleLimit * 2;

    /// <summary>The items for which something is left to do.</summary>
    public IReadOnlyList<CleanupPlanItem> Pending => journal?.Pending ?? plan.Items;

    /// <summary>Runs an item to its end, and writes it to the journal.</summary>
    /// <param name="item">The item.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="mayRepeat">Asked before the removal is sent, and before it is sent again.</param>
    public async Task<EndedItem> RunAsync(CleanupPlanItem item, Action<RequestNotice>? notice, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        var target = TargetOf(item);
        return await WriteAsync(
            item,
            await PrepareAsync(item, target, cancellationToken).ConfigureAwait(false)
            ?? await EndAsync(item, target, notice, cancellationToken, mayRepeat).ConfigureAwait(false)).ConfigureAwait(false);
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

    // What says that it is to be left alone; null when it may go.
    private async Task<RemovalOutcome?> PrepareAsync(CleanupPlanItem item, RemovalTarget target, CancellationToken cancellationToken)
    {
        try
        {
            using var place = await reading.EnterAsync(cancellationToken).ConfigureAwait(false);
            return steps.SkipCheck ? null : await CheckAsync(item, target, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderException exception)
        {
            return Remover.NotReadable(session, target, exception);
        }
        catch (OperationCanceledException)
        {
            return NotBegun(item);
        }
    }

    private async Task<RemovalOutcome?> CheckAsync(CleanupPlanItem item, RemovalTarget target, CancellationToken cancellationToken)
    {
        // What does not exist any more is told by the removal, which also tells it from a wrong place.
        if (await reader.FetchAsync(target.Address, cancellationToken).ConfigureAwait(false) is not { } candidate
            || await reader.DetailsAsync(candidate, cancellationToken).ConfigureAwait(false) is not { } details)
        {
            return null;
        }

        var why = candidate.Irremovable is { } irremovable ? $"Left alone: {irremovable}."
            : steps.Close && candidate.State == resource.Close!.Value.State ? "It is closed already."
            : Fingerprint.Of(candidate, details) == item.Fingerprint ? null
            : PlanChange.Describe(item, candidate, details);
        return why is null ? null : Remover.Skip(session, target, why);
    }

    private async Task<RemovalOutcome> EndAsync(CleanupPlanItem item, RemovalTarget target, Action<RequestNotice>? notice, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            using var place = await removing.EnterAsync(cancellationToken).ConfigureAwait(false);
            return steps.Close
                ? await remover.CloseAsync(session, target, CloseRequest(target.Address), notice, cancellationToken, mayRepeat).ConfigureAwait(false)
                : await remover.RemoveAsync(session, target, notice, cancellationToken, mayRepeat).ConfigureAwait(false);
        }
        catch (NotBegunException)
        {
            return NotBegun(item);
        }
        catch (OperationCanceledException)
        {
            return Remover.Unfinished(session, target, watch.Elapsed);
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
