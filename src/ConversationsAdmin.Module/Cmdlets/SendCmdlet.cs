using System.ComponentModel;
using System.Management.Automation;
using System.Text.Json;
using System.Threading.Channels;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Journals;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds sending: requests that each answer with the resource that they created or changed.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendCmdlet<T> : JournaledCmdlet<QueuedRequest, SendResult<T>>
    where T : Resource
{
    private protected SendCmdlet()
    {
    }

    /// <summary>The type of an object from the pipeline. Only in what the resource belongs to one is created.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ResourceType { get; set; }

    /// <summary>
    /// What becomes of an item that an earlier run of the journal began, of which it is not known whether it was done: Report (the default) writes an error and sends nothing,
    /// Repeat sends it again, TakeAsDone takes it as done from now on. Look first.
    /// </summary>
    [Parameter]
    public UnfinishedAction UnfinishedAction { get; set; }

    private protected override Provider Provider => Operation.Provider;

    // A method rather than a delegate: the types of overridden members are loaded on import, before private assemblies can be found.
    private protected abstract T Read(JsonElement json, ResourceOrigin origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckGivenValues(Operation);
        if (JournalPath is null && MyInvocation.BoundParameters.ContainsKey(nameof(UnfinishedAction)))
        {
            Terminate(ErrorRecords.NeedsJournal(nameof(UnfinishedAction)));
        }

        // An update has more to be checked first.
        if (IsCreation)
        {
            BeginJournal(Subject);
        }
    }

    /// <summary>Checks an update before the first target comes.</summary>
    private protected void BeginUpdate(ResourceIdentity resource, IReadOnlyCollection<object> names)
    {
        RequireChange();
        CheckNamed(resource, names);
        BeginJournal(Subject);
    }

    /// <summary>Updates what the command line names, or what came down the pipeline.</summary>
    private protected void Update(ResourceIdentity resource, IReadOnlyCollection<object> names, IEnumerable<PSObject> inputs)
    {
        // All of the command line is checked before anything is done with the first.
        foreach (var (target, request) in NamedTargets(resource, names).Select(target => (target, CreateUpdate(target))).ToArray())
        {
            Update(resource, target, request);
        }

        foreach (var target in PipedTargets(resource, inputs))
        {
            Update(resource, target, CreateUpdate(target));
        }
    }

    /// <summary>Why a target is not updated, although it is what the command acts on; null when it may be.</summary>
    private protected virtual ErrorRecord? Refusal(Target target) => null;

    /// <summary>What an update does, as a question calls it.</summary>
    private protected virtual string UpdateAction => "Update";

    /// <summary>What more must be asked than the impact can say.</summary>
    private protected virtual bool MayUpdate(Target target) => true;

    /// <summary>Creates a resource that lies in nothing that could come down the pipeline.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="action">What it does, as a question calls it.</param>
    /// <param name="name">What it shall be called, which an error is told of; without one it is told of the container.</param>
    /// <param name="container">What it lies in, such as <c>AppId</c>; null when nothing.</param>
    /// <param name="given">The identifier of that; null for the connection's default.</param>
    private protected void CreateOne(ResourceIdentity resource, string action, string? name, string? container = null, string? given = null)
    {
        if (MyInvocation.ExpectingInput)
        {
            Terminate(ErrorRecords.WrongTarget(
                $"A {resource.Noun} lies in nothing that could come down the pipeline, and one would be created for each object. For that, use ForEach-Object.", target: null));
        }

        var connection = ResolveConnection();
        var address = container is null ? new ResourceAddress() : new ResourceAddress((container, ContainerOf(connection, container, given)));
        Create(connection, action, [(Place: container is null ? null : $"{IdentifierKind.ForName(Provider, container)!.Noun} {address[container]}", name ?? (container is null ? null : address[container]), address)]);
    }

    /// <summary>Creates a resource in each of the places.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="action">What it does, as a question calls it.</param>
    /// <param name="places">What a question calls each place, what an error is told of, and the identifiers on the way to it.</param>
    private protected void Create(ConvConnection connection, string action, IEnumerable<(string? Place, string? Target, ResourceAddress Address)> places)
    {
        // All of the command line is checked before anything is done in the first.
        var requests = places.Select(place => (place.Place, place.Target, Request: CreateRequest(Operation, place.Target, place.Address))).ToArray();
        foreach (var (place, target, request) in requests)
        {
            var where = place is null ? Account.Of(connection) : $"{place} at {Account.Of(connection)}";
            if (request is not null && ItemOf(connection, request) is var item && IsLeftToSend(item, target) && MayProcess(where, action))
            {
                Enqueue(new QueuedRequest(SessionOf(connection), WithJournalKey(request, item), target) { Item = item });
            }
        }
    }

    private void RequireChange()
    {
        if (!GivenValues(Operation).Any(value =>
            value.Value is not null && Operation.Parameters.Any(parameter => parameter.Name == value.Key && parameter.Location == ParameterLocation.Body)))
        {
            Terminate(ErrorRecords.NothingToChange(Operation));
        }
    }

    private OperationRequest? CreateUpdate(Target target) => CreateRequest(Operation, target.Input, target.Address);

    private void Update(ResourceIdentity resource, Target target, OperationRequest? request)
    {
        if (request is null)
        {
            return;
        }

        var item = ItemOf(target.Connection, resource.ResourceType, target.Address);
        if (!IsLeftToSend(item, target.Input))
        {
            return;
        }

        if (Refusal(target) is { } refusal)
        {
            WriteItemError(refusal);
        }
        else if (MayProcess(target.Place, UpdateAction) && MayUpdate(target))
        {
            Enqueue(new QueuedRequest(SessionOf(target.Connection), request, target.Input) { Item = item });
        }
    }

    /// <inheritdoc/>
    private protected override async Task WorkAsync(QueuedRequest queued, ChannelWriter<SendResult<T>> results, CancellationToken cancellationToken)
    {
        await EnterJournalAsync().ConfigureAwait(false);
        if (await SendAsync(queued, cancellationToken).ConfigureAwait(false) is not { } result)
        {
            LeaveJournal();
            LeaveAlone(queued);
            return;
        }

        await results.WriteAsync(result, StopToken).ConfigureAwait(false);
    }

    // Null when it was never sent.
    private async Task<SendResult<T>?> SendAsync(QueuedRequest queued, CancellationToken cancellationToken)
    {
        var isSent = false;
        try
        {
            var resource = await queued.Session.SendAsync(queued.Request, Read, Notice, cancellationToken, () => !IsEnding, SendingAsync).ConfigureAwait(false);
            return Succeeded(resource, queued);
        }
        catch (NotBegunException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!isSent || !StopToken.IsCancellationRequested)
        {
            return Failed(isSent ? ProviderFailure.Unfinished(Operation) : ProviderFailure.NotSent(Operation), queued);
        }
        catch (RunFileException)
        {
            // The same error comes of the end, which is told.
            return Failed(ProviderFailure.NotSent(Operation), queued);
        }
        catch (ProviderException exception)
        {
            if (EndsWithFirstError || exception is ProviderResponseException { IsAuthenticationFailure: true })
            {
                // Here rather than when the pipeline thread comes to it: until then the other workers would go on.
                Halt();
            }

            return Failed(exception, queued);
        }

        async Task SendingAsync()
        {
            // What may not be repeated is not sent before the disk says that it is begun.
            var begun = queued.Item?.BeginAsync() ?? Task.CompletedTask;
            await (Operation.Idempotent ? Task.CompletedTask : begun).ConfigureAwait(false);
            isSent = true;
        }
    }

    private SendResult<T> Succeeded(T resource, QueuedRequest queued)
    {
        if (queued.Item is not { } item)
        {
            return new SendResult<T>(resource, queued.Target);
        }

        var entry = new JournalEntry(item.Key, IsCreation ? JournalOutcome.Created : JournalOutcome.Updated);
        return new SendResult<T>(resource, queued.Target) { Entry = entry, Journaled = EndAsync(item, entry) };
    }

    private SendResult<T> Failed(ProviderException error, QueuedRequest queued)
    {
        if (queued.Item is not { } item)
        {
            return new SendResult<T>(error, queued.Target);
        }

        var entry = JournalEntry.Of(item.Key, Operation, error);
        return new SendResult<T>(error, queued.Target) { Entry = entry, Journaled = EndAsync(item, entry) };
    }

    /// <inheritdoc/>
    private protected override void Take(SendResult<T> result)
    {
        var failure = WaitForJournal(result);
        Progress.CountDone(failed: result.Error is not null);
        if (result.Error is { } error)
        {
            WriteProviderError(error, result.Target);
        }
        else
        {
            Seen.Add(result.Resource!);
            WriteObject(result.Resource);
        }

        EndWith(failure);
    }

    private string Subject => ContentHash.Of(Operation, GivenValues(Operation));

    private bool IsCreation => MyInvocation.MyCommand is CmdletInfo { Verb: VerbsCommon.New or VerbsCommon.Add };

    // Whether an item is neither done nor such that nobody knows.
    private bool IsLeftToSend(JournaledItem? item, object? target)
    {
        if (item is null)
        {
            return true;
        }

        if (Skips(item))
        {
            return false;
        }

        if (item.UnfinishedSince is not { } since || MayRepeat(since))
        {
            return true;
        }

        if (UnfinishedAction == UnfinishedAction.TakeAsDone)
        {
            TakeAsDone(item);
        }
        else
        {
            WriteItemError(ErrorRecords.MayBeDone(item.Key, IsCreation, target));
        }

        return false;
    }

    private bool MayRepeat(DateTimeOffset since) =>
        UnfinishedAction == UnfinishedAction.Repeat
        || Operation.Idempotent
        || (Operation.TakesIdempotencyKey && DateTimeOffset.UtcNow - since < IdempotencyKeyParameter.Memory);

    private void TakeAsDone(JournaledItem item)
    {
        EndWith(ResultOf(item.EndAsync(new JournalEntry(item.Key, JournalOutcome.TakenAsDone))));
        WriteVerbose($"{item.Key}: taken as done.");
    }

    // The same in each run, so that the provider does once what is sent twice.
    private OperationRequest WithJournalKey(OperationRequest request, JournaledItem? item) =>
        item is null || !Operation.TakesIdempotencyKey || GivenValues(Operation).Any(value => value.Key == IdempotencyKeyParameter.WireName)
            ? request
            : request.WithIdempotencyKey(item.IdempotencyKey);
}
