using System.ComponentModel;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading.Channels;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Journals;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds removing: many targets at once, each with an outcome, and an end when too many fail.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RemoveCmdlet : JournaledCmdlet<QueuedRemoval, EndedRemoval>
{
    private readonly Remover remover = new();
    private int failures;

    private protected RemoveCmdlet()
    {
    }

    /// <summary>What to remove, as an object that the cmdlet's Get- counterpart wrote, as what a CSV or JSON file kept of one, or as an identifier.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Writes an outcome for each target.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Ends the run when this many removals have failed. The default is never.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(1, int.MaxValue)]
    public int MaxError { get; set; } = int.MaxValue;

    /// <summary>The resource that is removed.</summary>
    private protected abstract ResourceIdentity Resource { get; }

    /// <summary>What the command line names, as identifiers or as alternate names.</summary>
    private protected abstract IReadOnlyCollection<object> Named { get; }

    private protected override string Activity => $"Removing {Resource.Plural}";

    private protected override Provider Provider => Operation.Provider;

    private protected override Operation Operation => Removals.OperationFor(Resource.ResourceType);

    /// <summary>Why a target is not removed, although it is what the command acts on; null when it may be.</summary>
    private protected virtual ErrorRecord? Refusal(Target target) => null;

    /// <summary>What more must be asked than the impact can say.</summary>
    private protected virtual bool MayRemove(Target target) => true;

    /// <summary>What the removal does, as a question calls it.</summary>
    private protected virtual string RemovalAction => "Remove for good";

    /// <summary>What a question calls the target.</summary>
    private protected virtual string Describe(Target target) => target.Place;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckNamed(Resource, Named);
        BeginJournal(subject: null);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // All of the command line is checked before anything is done with the first.
        foreach (var (target, removal) in NamedTargets(Resource, Named).Select(target => (target, CreateRemoval(target))).ToArray())
        {
            Remove(target, removal);
        }

        foreach (var target in PipedTargets(Resource, InputObject))
        {
            Remove(target, CreateRemoval(target));
        }
    }

    private void Remove(Target target, RemovalTarget? removal)
    {
        if (removal is null)
        {
            return;
        }

        var session = SessionOf(target.Connection);
        var item = ItemOf(target.Connection, Resource.ResourceType, target.Address);
        if (item is not null && Skips(item))
        {
            WriteSkipped(session, removal, DoneBefore);
        }
        else if (Refusal(target) is { } refusal)
        {
            WriteSkipped(session, removal, refusal.Exception.Message);
            WriteItemError(refusal);
        }
        else if (MayProcess(Describe(target), RemovalAction) && MayRemove(target))
        {
            Enqueue(new QueuedRemoval(session, removal, target.Input) { Item = item });
        }
    }

    private void WriteSkipped(ProviderSession session, RemovalTarget removal, string why)
    {
        if (PassThru)
        {
            WriteObject(Remover.Skip(session, removal, why));
        }
    }

    // A bad identifier ends the command before anything is sent, unless it came down the pipeline.
    private RemovalTarget? CreateRemoval(Target target)
    {
        try
        {
            return Removals.Target(Resource.ResourceType, target.Connection.AccountSid, target.Address, GivenValues(Operation));
        }
        catch (RequestArgumentException exception)
        {
            Refuse(exception.ToErrorRecord(target.Input, Operation));
            return null;
        }
    }

    /// <inheritdoc/>
    private protected override async Task WorkAsync(QueuedRemoval queued, ChannelWriter<EndedRemoval> results, CancellationToken cancellationToken)
    {
        await EnterJournalAsync().ConfigureAwait(false);
        if (await RemoveAsync(queued, cancellationToken).ConfigureAwait(false) is not { } outcome)
        {
            LeaveJournal();
            LeaveAlone(queued);
            return;
        }

        if (EndsRun(outcome))
        {
            // Here rather than when the pipeline thread comes to it: until then the other workers would go on.
            Halt();
        }

        // Not waited for: the next removal need not wait for the disk, but nothing is told of this one before it is there.
        await results.WriteAsync(InJournal(outcome, queued), StopToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    private protected override void Take(EndedRemoval ended)
    {
        var failure = WaitForJournal(ended);
        Progress.CountDone(failed: ended.Outcome.Status == RemovalStatus.Failed);
        if (PassThru)
        {
            WriteObject(ended.Outcome);
        }

        Seen.Forget(ended.Outcome);
        if (ended.Outcome.Error is { } error)
        {
            WriteProviderError(error, ended.Input);
            if (Progress.Failed == MaxError)
            {
                Terminate(ErrorRecords.TooManyErrors(MaxError, ended.Input));
            }
        }

        EndWith(failure);
    }

    /// <inheritdoc/>
    private protected override void TakeNotBegun(QueuedRemoval queued) => WriteSkipped(queued.Session, queued.Target, "The run ended before its turn came.");

    private EndedRemoval InJournal(RemovalOutcome outcome, QueuedRemoval queued)
    {
        if (queued.Item is not { } item)
        {
            return new EndedRemoval(outcome, queued.Input);
        }

        var entry = JournalEntry.Of(item.Key, outcome);
        return new EndedRemoval(outcome, queued.Input) { Entry = entry, Journaled = EndAsync(item, entry) };
    }

    // Null when it was never sent.
    private async Task<RemovalOutcome?> RemoveAsync(QueuedRemoval queued, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var isSent = false;
        try
        {
            return await remover.RemoveAsync(queued.Session, queued.Target, Notice, cancellationToken, () => !IsEnding, SendingAsync).ConfigureAwait(false);
        }
        catch (NotBegunException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!StopToken.IsCancellationRequested)
        {
            return isSent ? Remover.Unfinished(queued.Session, queued.Target, queued.Target.Delete.Operation, watch.Elapsed) : null;
        }

        // A removal may be repeated: that it is begun goes to the disk while the request goes to the provider.
        Task SendingAsync()
        {
            isSent = true;
            queued.Item?.BeginAsync();
            return Task.CompletedTask;
        }
    }

    private bool EndsRun(RemovalOutcome outcome) =>
        outcome.Status == RemovalStatus.Failed
        && (Interlocked.Increment(ref failures) >= MaxError
            || EndsWithFirstError
            || outcome.Error is ProviderResponseException { IsAuthenticationFailure: true });
}
