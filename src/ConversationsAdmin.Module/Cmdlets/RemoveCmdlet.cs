using System.ComponentModel;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading.Channels;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds removing: many targets at once, each with an outcome, and an end when too many fail.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RemoveCmdlet : TargetCmdlet<QueuedRemoval, EndedRemoval>
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

    private protected override Provider Provider => Removals.OperationFor(Resource.ResourceType).Provider;

    /// <summary>Why a target is not removed, although it is what the command acts on; null when it may be.</summary>
    private protected virtual ErrorRecord? Refusal(Target target) => null;

    /// <summary>What more must be asked than the impact can say.</summary>
    private protected virtual bool MayRemove(RemovalTarget target) => true;

    /// <summary>What the removal does, as a question calls it.</summary>
    private protected virtual string RemovalAction => "Remove for good";

    /// <summary>What a question calls the target.</summary>
    private protected virtual string Describe(Target target) => target.Place;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckNamed(Resource, Named);
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

        if (Refusal(target) is { } refusal)
        {
            if (PassThru)
            {
                WriteObject(Remover.Skip(SessionOf(target.Connection), removal, refusal.Exception.Message));
            }

            WriteItemError(refusal);
        }
        else if (MayProcess(Describe(target), RemovalAction) && MayRemove(removal))
        {
            Enqueue(new QueuedRemoval(SessionOf(target.Connection), removal, target.Input));
        }
    }

    // A bad identifier ends the command before anything is sent, unless it came down the pipeline.
    private RemovalTarget? CreateRemoval(Target target)
    {
        var operation = Removals.OperationFor(Resource.ResourceType);
        try
        {
            return Removals.Target(Resource.ResourceType, target.Connection.AccountSid, target.Address, GivenValues(operation));
        }
        catch (RequestArgumentException exception)
        {
            Refuse(exception.ToErrorRecord(target.Input, operation));
            return null;
        }
    }

    /// <inheritdoc/>
    private protected override async Task WorkAsync(QueuedRemoval queued, ChannelWriter<EndedRemoval> results, CancellationToken cancellationToken)
    {
        var outcome = await RemoveAsync(queued, cancellationToken).ConfigureAwait(false);
        if (EndsRun(outcome))
        {
            // Here rather than when the pipeline thread comes to it: until then the other workers would go on.
            Halt();
        }

        await results.WriteAsync(new EndedRemoval(outcome, queued.Input), StopToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    private protected override void Take(EndedRemoval ended)
    {
        Progress.CountDone(failed: ended.Outcome.Status == RemovalStatus.Failed);
        if (PassThru)
        {
            WriteObject(ended.Outcome);
        }

        Seen.Forget(ended.Outcome);
        if (ended.Outcome.Error is not { } error)
        {
            return;
        }

        WriteProviderError(error, ended.Input);
        if (Progress.Failed == MaxError)
        {
            Terminate(ErrorRecords.TooManyErrors(MaxError, ended.Input));
        }
    }

    /// <inheritdoc/>
    private protected override void TakeNotBegun(QueuedRemoval queued)
    {
        if (PassThru)
        {
            WriteObject(Remover.Skip(queued.Session, queued.Target, "The run ended before its turn came."));
        }
    }

    private async Task<RemovalOutcome> RemoveAsync(QueuedRemoval queued, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return await remover.RemoveAsync(queued.Session, queued.Target, Notice, cancellationToken, () => !IsEnding).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!StopToken.IsCancellationRequested)
        {
            return Remover.Unfinished(queued.Session, queued.Target, watch.Elapsed);
        }
    }

    private bool EndsRun(RemovalOutcome outcome) =>
        outcome.Status == RemovalStatus.Failed
        && (Interlocked.Increment(ref failures) >= MaxError
            || EndsWithFirstError
            || outcome.Error is ProviderResponseException { IsAuthenticationFailure: true });
}
