using System.Management.Automation;
using System.Threading.Channels;
using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Cleanup;

/// <summary>Carries out a plan: asks once, looks at each item shortly before it goes, and leaves alone what changed since the plan was made.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "ConvCleanupPlan", DefaultParameterSetName = PlanSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CleanupResult), typeof(RemovalOutcome))]
public sealed class InvokeConvCleanupPlanCommand : ParallelCmdlet<CleanupPlanItem, EndedPlanItem>
{
    private const string PlanSet = "Plan";
    private const string PathSet = "Path";

    private CleanupPlan? plan;
    private PlanRun? run;
    private readonly OutcomeCounts counts = new();
    private IReadOnlyList<CleanupPlanItem> pending = [];
    private bool fileHasFailed;
    private int failures;

    /// <summary>The plan, as New-ConvCleanupPlan or Get-ConvCleanupPlan wrote it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PlanSet)]
    [ValidateNotNull]
    public CleanupPlan? Plan { get; set; }

    /// <summary>The file of the plan.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Closes instead of removing: Twilio conversations, which is final, and Proxy sessions.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter Close { get; set; }

    /// <summary>Removes without looking whether an item changed since the plan was made.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter SkipCheck { get; set; }

    /// <summary>How old the plan may be. The default is one day. A TimeSpan, ISO 8601 or hh:mm:ss.</summary>
    [Parameter]
    [Duration]
    public TimeSpan MaxAge { get; set; } = PlanLimits.DefaultMaxAge;

    /// <summary>How many items the plan may have. The default is any number.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(1, int.MaxValue)]
    public int MaxItem { get; set; } = int.MaxValue;

    /// <summary>Ends the run when so many items have failed. The default is never.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(1, int.MaxValue)]
    public int MaxError { get; set; } = int.MaxValue;

    /// <summary>The archive, whose name ends in .jsonl or .jsonl.gz: an item goes only when all of it is there, on the disk. It is made, or gone on with.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ArchivePath { get; set; }

    /// <summary>Archives the delivery receipts of messages too: a request more for each message that has some.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter IncludeReceipt { get; set; }

    /// <summary>Removes also what can't be archived completely: media, which the archive names only.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter AcceptIncompleteArchive { get; set; }

    /// <summary>The journal: each outcome is on the disk before it is told, and the same command run again goes on with what is left. It is made if it is not there.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Writes an outcome for each item in place of the result of the run.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // Before the plan is there, nothing that is given depends on it.
    private protected override Provider Provider => plan?.Account.Provider ?? Provider.Twilio;

    private protected override string Activity => $"{(Close ? "Closing" : "Removing")} {CleanupResources.Of(plan!.ResourceType).Plural}";

    private protected override int Workers => run!.Workers;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (ParameterSetName == PathSet && MyInvocation.ExpectingInput)
        {
            Terminate(ErrorRecords.WrongTarget($"-{nameof(Path)} names a plan, and another comes down the pipeline. Give one of the two.", Path));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (plan is not null)
        {
            Terminate(ErrorRecords.WrongTarget("A second plan came down the pipeline, so none was begun. Carry out one at a time.", Plan));
        }

        Try(() => plan = Plan ?? CleanupPlanFile.Read(FilePaths.Resolve(this, Path!)));

        // PowerShell makes an object of a hashtable too, without what must be there.
        if (plan is { PlanId: null } or { Account: null } or { Items: null } or { Criteria: null } or { ConnectionName: null })
        {
            Terminate(ErrorRecords.WrongTarget("This is no plan that New-ConvCleanupPlan or Get-ConvCleanupPlan wrote. Give one of these.", Plan));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (plan is not null)
        {
            Try(Begin);
        }

        base.EndProcessing();
        if (run is not null && pending.Count == 0)
        {
            // There was no queue that could have ended.
            TakeEnd();
        }
    }

    private void Begin()
    {
        var session = SessionOf(ConnectionOfPlan());
        new PlanLimits { MaxAge = MaxAge, MaxItem = MaxItem }.Check(plan!, session, DateTimeOffset.UtcNow);
        var steps = new PlanSteps
        {
            Close = Close,
            SkipCheck = SkipCheck,
            ArchivePath = FileOf(ArchivePath),
            IncludeReceipts = IncludeReceipt,
            AcceptIncompleteArchive = AcceptIncompleteArchive,
            JournalPath = FileOf(JournalPath),
            ThrottleLimit = ThrottleLimit,
        };
        steps.Check(plan!);
        if (MayProcess(Describe(), Question(), "Clean up"))
        {
            Start(session, steps);
        }
    }

    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (RequestArgumentException exception)
        {
            Terminate(exception.ToErrorRecord(plan));
        }
        catch (RunFileException exception)
        {
            Terminate(exception.ToErrorRecord());
        }
    }

    private void Start(ProviderSession session, PlanSteps steps)
    {
        Progress.Begin();
        run = ResultOf(PlanRun.OpenAsync(session, plan!, steps, Notice));
        pending = run.Pending;
        counts.DoneBefore = plan!.ItemCount - pending.Count;
        Progress.Total = pending.Count;
        foreach (var item in pending)
        {
            Enqueue(item);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The workers end first: what they have done must stand in the journal.
        base.Dispose(disposing);
        if (disposing)
        {
            run?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    private protected override async Task WorkAsync(CleanupPlanItem item, ChannelWriter<EndedPlanItem> results, CancellationToken cancellationToken)
    {
        var ended = await run!.RunAsync(item, cancellationToken, () => !IsEnding).ConfigureAwait(false);
        if (EndsRun(ended))
        {
            // Here rather than when the pipeline thread comes to it: until then the other workers would go on.
            Halt();
        }

        await results.WriteAsync(new EndedPlanItem(ended), StopToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    private protected override void Take(EndedPlanItem ended)
    {
        var (item, outcome, fileFailure) = ended.Ended;
        if (!ended.Ended.IsBegun)
        {
            TakeNotBegun(item);
            return;
        }

        Progress.CountDone(failed: outcome.Status == RemovalStatus.Failed);
        counts.Count(ended.Ended);
        if (PassThru)
        {
            WriteObject(outcome);
        }
        else if (outcome.Status == RemovalStatus.Skipped)
        {
            WriteVerbose($"{outcome.Target}: {outcome.Message}");
        }

        Seen.Forget(outcome);
        if (outcome.Error is { } error)
        {
            WriteProviderError(error, item);
        }

        if (fileFailure is not null)
        {
            fileHasFailed = true;
            WriteWarning($"{item}: {outcome.Status}, which is not in {fileFailure.Path}.");
            Terminate(fileFailure.ToErrorRecord());
        }

        if (outcome.Status == RemovalStatus.Failed && Progress.Failed == MaxError)
        {
            Terminate(ErrorRecords.TooManyErrors(MaxError, item));
        }
    }

    /// <inheritdoc/>
    private protected override void TakeNotBegun(CleanupPlanItem item)
    {
        if (PassThru)
        {
            WriteObject(run!.NotBegun(item));
        }
    }

    private protected override void TellNotBegun(int count)
    {
    }

    /// <inheritdoc/>
    private protected override void TakeEnd()
    {
        foreach (var item in pending.Skip(Progress.Added))
        {
            TakeNotBegun(item);
        }

        if (!fileHasFailed)
        {
            Complete();
        }

        if (!PassThru)
        {
            WriteObject(Result());
        }
    }

    private void Complete()
    {
        try
        {
            var completing = run!.CompleteAsync();
            WaitFor(completing);
            completing.GetAwaiter().GetResult();
        }
        catch (RunFileException exception)
        {
            fileHasFailed = true;
            Terminate(exception.ToErrorRecord());
        }
    }

    private string? FileOf(string? path) => path is null ? null : FilePaths.Resolve(this, path);

    private bool EndsRun(EndedItem ended) =>
        ended.FileFailure is not null
        || (ended.Outcome.Status == RemovalStatus.Failed
            && (Interlocked.Increment(ref failures) >= MaxError
                || EndsWithFirstError
                || ended.Outcome.Error is ProviderResponseException { IsAuthenticationFailure: true }));

    private ConvConnection ConnectionOfPlan() =>
        ConnectionIsExplicit ? ResolveConnection()
        : Connections.Find(plan!.ConnectionName) is { IsClosed: false } own && own.Provider == Provider ? own
        : DefaultConnection();

    private CleanupResult Result() => counts.ToResult(plan!) with { Duration = Progress.Elapsed, JournalPath = FileOf(JournalPath), ArchivePath = FileOf(ArchivePath) };

    private string Describe() => $"{(Close ? "Close" : "Remove for good")} {plan!.ItemCount:N0} {CleanupResources.Of(plan.ResourceType).Plural} of {Where()}: {plan.Criteria}";

    private string Question() => string.Join(Environment.NewLine, QuestionLines());

    private IEnumerable<string> QuestionLines()
    {
        yield return $"{Describe()}.";
        foreach (var count in plan!.Counts)
        {
            yield return $"  {count.Count,9:N0}  {count.State} {count.Age}".TrimEnd();
        }

        if (ArchivePath is not null)
        {
            yield return $"Each is archived to {ArchivePath} first.";
        }

        yield return SkipCheck ? "They are not looked at again before they go (-SkipCheck)." : "What changed since the plan was made is left alone.";
        if (!Close)
        {
            yield return "What is removed can't be had back.";
        }
    }

    private string Where() => plan!.Container is { } container && CleanupResources.Of(plan.ResourceType).Container is { } kind
        ? $"{ShownName.Write(kind.Noun, container, Seen.NameOf(kind, container))} at {plan.Account}"
        : $"{plan.Account}";
}
