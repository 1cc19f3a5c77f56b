using System.ComponentModel;
using System.Management.Automation;
using System.Threading.Channels;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Module.Errors;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds removing: many targets at once, each with an outcome, and an end when too many fail.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RemoveCmdlet : TargetCmdlet<Removing, Removed>
{
    private readonly Remover remover = new();
    private bool isHalted;

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
    [ValidateRange(1, int.MaxValue)]
    public int MaxError { get; set; } = int.MaxValue;

    /// <summary>Asks, and gives the target to the workers.</summary>
    private protected void Remove(ConvConnection connection, RemovalTarget target, string what, object input)
    {
        if (MayProcess($"{what} in {connection.Name} ({connection.AccountSid})", "Remove for good") && MayRemove(target))
        {
            Enqueue(new Removing(SessionOf(connection), target, input));
        }
    }

    /// <summary>What more must be asked than the impact can say.</summary>
    private protected virtual bool MayRemove(RemovalTarget target) => true;

    /// <summary>Makes a target; a bad identifier ends the command before anything is sent.</summary>
    private protected RemovalTarget CreateTarget(Func<RemovalTarget> create, object input)
    {
        try
        {
            return create();
        }
        catch (RequestArgumentException exception)
        {
            ThrowTerminatingError(exception.ToErrorRecord(input));
            throw;
        }
    }

    /// <inheritdoc/>
    private protected override async Task WorkAsync(Removing removing, ChannelWriter<Removed> results, CancellationToken cancellationToken)
    {
        var outcome = await remover.RemoveAsync(removing.Session, removing.Target, Notice, cancellationToken).ConfigureAwait(false);
        await results.WriteAsync(new Removed(outcome, removing.Input), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    private protected override void Take(Removed removed)
    {
        Progress.CountDone(failed: removed.Outcome.Status == RemovalStatus.Failed);
        if (PassThru)
        {
            WriteObject(removed.Outcome);
        }

        if (removed.Outcome.Error is not { } error)
        {
            return;
        }

        var record = error.ToErrorRecord(removed.Input);
        if (isHalted)
        {
            WriteError(record);
        }
        else if (error is ProviderResponseException { IsAuthenticationFailure: true })
        {
            Halt();
            ThrowTerminatingError(record);
        }
        else
        {
            WriteError(record);
            if (Progress.Failed >= MaxError)
            {
                Halt();
                ThrowTerminatingError(ErrorRecords.TooManyErrors(Progress.Failed, removed.Input));
            }
        }
    }

    private void Halt()
    {
        isHalted = true;
        HaltAndTakeRest();
    }
}

/// <summary>A target to be removed, and what it was given as.</summary>
public sealed class Removing
{
    internal Removing(ProviderSession session, RemovalTarget target, object input)
    {
        Session = session;
        Target = target;
        Input = input;
    }

    internal ProviderSession Session { get; }

    internal RemovalTarget Target { get; }

    internal object Input { get; }
}

/// <summary>How a removal ended, and what the target was given as.</summary>
public sealed class Removed
{
    internal Removed(RemovalOutcome outcome, object input)
    {
        Outcome = outcome;
        Input = input;
    }

    internal RemovalOutcome Outcome { get; }

    internal object Input { get; }
}
