using System.Management.Automation;
using System.Threading.Channels;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Erasure;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Erasure;

/// <summary>
/// Erases one person: removes or redacts what they wrote and what names them, removes them from their conversations, removes the user,
/// and writes evidence of each thing.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ConvIdentity", DefaultParameterSetName = IdentitySet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ErasureEvidence))]
public sealed class RemoveConvIdentityCommand : ParallelCmdlet<QueuedErasure, EndedErasure>
{
    private const string IdentitySet = "Identity";
    private const string AddressSet = "Address";
    private const int MaxNamed = 5;

    private ErasedPerson? person;
    private ErasureTargets? targets;
    private ErasureRun? run;
    private bool fileHasFailed;
    private int failures;

    /// <summary>The identity of a chat user, in full: upper and lower case differ.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdentitySet)]
    [NotNullText]
    [AllowEmptyString]
    public string? Identity { get; set; }

    /// <summary>The address of somebody who takes part by SMS, WhatsApp and the like, as the provider has it: +15558675310 or whatsapp:+15558675310.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AddressSet)]
    [NotNullText]
    [AllowEmptyString]
    public string? Address { get; set; }

    /// <summary>The service: IS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter]
    [Alias("ChatServiceSid")]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    [Identifier]
    public string? ServiceSid { get; set; }

    /// <summary>Every service of the account in place of one.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter AllServices { get; set; }

    /// <summary>Looks into every conversation, and so also into those that the person has left: two requests and more for each. Without it, only into those in which the person takes part.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter EveryConversation { get; set; }

    /// <summary>What becomes of the person's own messages: Remove, or Redact, which leaves them with another body and author. The default is Remove.</summary>
    [Parameter]
    public MessageErasure MessageAction { get; set; }

    /// <summary>What stands in place of the name, and in place of what is redacted. The default is [erased].</summary>
    [Parameter]
    [NotNullText]
    [AllowEmptyString]
    public string Replacement { get; set; } = ErasureOptions.DefaultReplacement;

    /// <summary>Leaves the user and its push bindings.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter KeepUser { get; set; }

    /// <summary>The archive, whose name ends in .jsonl or .jsonl.gz: a conversation is touched only when all of it is there, on the disk. With -AllServices each service has a file of its own, with its SID in the name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ArchivePath { get; set; }

    /// <summary>Archives the delivery receipts of messages too: a request more for each message that has some.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter IncludeReceipt { get; set; }

    /// <summary>Touches also what can't be archived completely: media, which the archive names only.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter AcceptIncompleteArchive { get; set; }

    /// <summary>The journal: what was done is on the disk before it is told, and the same command run again goes on with what is left. It is made if it is not there, and does not name the person.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Ends the run when so many things have failed. The default is never.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(1, int.MaxValue)]
    public int MaxError { get; set; } = int.MaxValue;

    private protected override Provider Provider => Provider.Twilio;

    private protected override string Activity => $"{(IsWhatIf ? "Looking for" : "Erasing")} {person}";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (MyInvocation.ExpectingInput)
        {
            // One may be another person, and all would be erased with one answer.
            Terminate(ErrorRecords.WrongTarget("An erasure is about one person, whom the command line names. For several, use ForEach-Object.", target: null));
        }

        if (AllServices && ServiceSid is not null)
        {
            Terminate(ErrorRecords.NotExactlyOne(nameof(ServiceSid), nameof(AllServices), areBothGiven: true));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            Begin();
        }
        catch (RequestArgumentException exception)
        {
            Terminate(exception.ToErrorRecord(target: null));
        }
        catch (RunFileException exception)
        {
            Terminate(exception.ToErrorRecord());
        }
        catch (ProviderException exception)
        {
            Terminate(exception.ToErrorRecord(target: null));
        }

        base.EndProcessing();
    }

    private void Begin()
    {
        person = ParameterSetName == AddressSet ? ErasedPerson.OfAddress(Address!) : ErasedPerson.OfIdentity(Identity!);
        var options = Options();
        options.Check(person);
        var session = SessionOf(ResolveConnection());
        targets = Find(session, options);
        Tell();
        if (MayProcess(Describe(session), Question(session), "Erase a person") || options.IsTrial)
        {
            Start(session, options);
        }
    }

    private ErasureOptions Options() => new()
    {
        Messages = MessageAction,
        Replacement = Replacement,
        EveryConversation = EveryConversation,
        AllServices = AllServices,
        KeepUser = KeepUser,
        IsTrial = IsWhatIf,
        ArchivePath = FileOf(ArchivePath),
        IncludeReceipts = IncludeReceipt,
        AcceptIncompleteArchive = AcceptIncompleteArchive,
        JournalPath = FileOf(JournalPath),
        ThrottleLimit = ThrottleLimit,
    };

    private ErasureTargets Find(ProviderSession session, ErasureOptions options)
    {
        var services = AllServices ? ResultOf(ServiceList.ReadAsync(session, Notice, StopToken)) : [ContainerOf(ResolveConnection(), nameof(ServiceSid), ServiceSid)];
        return ResultOf(new ErasureFinder(session, person!, options, Notice).FindAsync(services, StopToken));
    }

    private void Tell()
    {
        if (targets is { TakesPart: 0, Users: 0 } && !EveryConversation)
        {
            WriteWarning(
                $"Nothing of {person} was found in {Number(targets.Services.Count, "service")}: no conversation in which they take part{(person!.IsAddress ? "" : ", and no user")}. "
                + $"Upper and lower case differ. Conversations that they have left are looked into only with -{nameof(EveryConversation)}.");
            return;
        }

        WriteVerbose($"{person} takes part in {Number(targets!.TakesPart, "conversation")} and is {Number(targets.Users, "user")} of {Number(targets.Services.Count, "service")}.");
        if (!EveryConversation)
        {
            WriteVerbose($"Conversations that the person has left are not looked into; -{nameof(EveryConversation)} does that.");
        }
    }

    private void Start(ProviderSession session, ErasureOptions options)
    {
        Progress.Begin();
        run = ResultOf(ErasureRun.OpenAsync(session, person!, options, targets!, Notice));
        Progress.Total = run.Pending.Count;
        foreach (var item in run.Pending)
        {
            Enqueue(new QueuedErasure(item));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        run?.EndEarly();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        run?.EndEarly();

        // The workers end first: what they have done must stand in the journal.
        base.Dispose(disposing);
        if (disposing)
        {
            run?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    private protected override void Terminate(ErrorRecord record)
    {
        run?.EndEarly();
        base.Terminate(record);
    }

    /// <inheritdoc/>
    private protected override void WriteItemError(ErrorRecord record)
    {
        if (EndsWithFirstError)
        {
            run?.EndEarly();
        }

        base.WriteItemError(record);
    }

    /// <inheritdoc/>
    private protected override async Task WorkAsync(QueuedErasure queued, ChannelWriter<EndedErasure> results, CancellationToken cancellationToken)
    {
        var item = queued.Item;
        try
        {
            var isWhole = await run!.RunAsync(item, TellAsync, cancellationToken, () => !IsEnding).ConfigureAwait(false);
            if (!isWhole)
            {
                LeaveAlone(queued);
                return;
            }

            await results.WriteAsync(new EndedErasure(item), StopToken).ConfigureAwait(false);
        }
        catch (RunFileException exception)
        {
            EndRun();
            await results.WriteAsync(new EndedErasure(item) { FileFailure = exception }, StopToken).ConfigureAwait(false);
        }
        catch (ProviderException exception)
        {
            await results.WriteAsync(new EndedErasure(item) { Error = exception }, StopToken).ConfigureAwait(false);
        }

        async Task TellAsync(ErasureOutcome outcome)
        {
            if (EndsRun(outcome))
            {
                // Here rather than when the pipeline thread comes to it: until then the other workers would go on.
                EndRun();
            }

            await results.WriteAsync(new EndedErasure(item) { Outcome = outcome }, StopToken).ConfigureAwait(false);
        }
    }

    private void EndRun()
    {
        Halt();
        run!.EndEarly();
    }

    private bool EndsRun(ErasureOutcome outcome) =>
        outcome.Evidence.Status == ErasureStatus.Failed
        && (Interlocked.Increment(ref failures) >= MaxError || EndsWithFirstError || outcome.Error is ProviderResponseException { IsAuthenticationFailure: true });

    /// <inheritdoc/>
    private protected override void Take(EndedErasure ended)
    {
        if (ended.Outcome is { } outcome)
        {
            Take(outcome);
            return;
        }

        Progress.CountDone(failed: ended.Error is not null);
        if (ended.Error is { } error)
        {
            WriteProviderError(error, ended.Item.ToString());
        }

        if (ended.FileFailure is { } failure)
        {
            fileHasFailed = true;
            Terminate(failure.ToErrorRecord());
        }
    }

    private void Take(ErasureOutcome outcome)
    {
        var evidence = outcome.Evidence;
        if (evidence.Status == ErasureStatus.WouldDo)
        {
            ShouldProcess(Place(evidence), evidence.Action == ErasureAction.Removed ? "Remove" : "Redact");
        }

        WriteObject(evidence);
        WriteVerbose($"{Place(evidence)}: {evidence.Action}, {evidence.Status}.");
        Forget(evidence);
        if (outcome.FileFailure is { } failure)
        {
            WriteWarning($"{evidence}, which is not in {failure.Path}.");
        }

        if (outcome.Error is { } error)
        {
            WriteProviderError(error, evidence);
        }
        else if (evidence.Status == ErasureStatus.Failed || (evidence.Status == ErasureStatus.Remains && !IsWhatIf))
        {
            WriteItemError(ErrorRecords.NotErased(evidence));
        }

        if (evidence.Status == ErasureStatus.Failed && failures >= MaxError)
        {
            Terminate(ErrorRecords.TooManyErrors(MaxError, evidence));
        }
    }

    // Completion would offer the person's name still.
    private void Forget(ErasureEvidence evidence)
    {
        if (evidence is { Kind: ErasureKind.User, Action: ErasureAction.Removed, Status: ErasureStatus.Done or ErasureStatus.AlreadyGone })
        {
            Seen.Forget(new RemovalOutcome
            {
                Target = evidence.Id,
                Status = RemovalStatus.Removed,
                ResourceType = User.TypeName,
                ConnectionName = evidence.ConnectionName,
                AccountSid = evidence.AccountSid,
                ServiceSid = evidence.ServiceSid,
                UserSid = evidence.Id,
            });
        }
    }

    private protected override void TellNotBegun(int count) =>
        WriteWarning($"The run ended early: {count:N0} of {run!.Pending.Count:N0} conversations and services were not done to the end. Run the same command again.");

    /// <inheritdoc/>
    private protected override void TakeEnd()
    {
        if (fileHasFailed)
        {
            return;
        }

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

    private static string Place(ErasureEvidence evidence) => evidence.Kind switch
    {
        ErasureKind.Conversation => $"conversation {evidence.Id}",
        ErasureKind.User => $"user {evidence.Id} of service {evidence.ServiceSid}",
        ErasureKind.Binding => $"push binding {evidence.Id} of service {evidence.ServiceSid}",
        ErasureKind.Participant => $"participant {evidence.Id} of conversation {evidence.ConversationSid}",
        _ => $"message {evidence.Id} of conversation {evidence.ConversationSid}",
    };

    private string Describe(ProviderSession session) =>
        $"Erase {person} from {Number(targets!.TakesPart, "conversation")}{(EveryConversation ? $" and from what is found in {Number(targets.Conversations.Count - targets.TakesPart, "other")}" : "")} of {Where(session)}{(KeepUser || targets.Users == 0 ? "" : $", with {Number(targets.Users, "user")}")}";

    private string Where(ProviderSession session)
    {
        var services = targets!.Services is [var only] ? $"service {only}" : $"{Number(targets.Services.Count, "service")} ({string.Join(", ", targets.Services.Take(MaxNamed))}{(targets.Services.Count > MaxNamed ? " and others" : "")})";
        return $"{services} ({Provider}, {session.Origin.AccountSid})";
    }

    private string Question(ProviderSession session) => string.Join(Environment.NewLine, QuestionLines(session));

    private IEnumerable<string> QuestionLines(ProviderSession session)
    {
        yield return $"{Describe(session)}.";
        yield return MessageAction == MessageErasure.Remove ? "What the person wrote is removed." : $"What the person wrote is replaced by '{Replacement}'.";
        yield return $"Where others name the person, '{Replacement}' takes the place of the name.";
        if (ArchivePath is not null)
        {
            yield return $"Each conversation is archived to {ArchivePath} first, as it is now.";
        }

        yield return "What is erased can't be had back.";
    }

    private static string Number(int count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";
}
