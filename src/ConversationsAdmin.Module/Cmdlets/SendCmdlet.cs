using System.ComponentModel;
using System.Management.Automation;
using System.Text.Json;
using System.Threading.Channels;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds sending: requests that each answer with the resource that they created or changed.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendCmdlet<T> : TargetCmdlet<QueuedRequest, SendResult<T>>
    where T : Resource
{
    private const string ConversationSidName = "ConversationSid";

    private bool conversationIsExplicit;

    private protected SendCmdlet()
    {
    }

    /// <summary>The service: IS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ChatServiceSid")]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    [Identifier]
    public virtual string? ServiceSid { get; set; }

    /// <summary>The type of an object from the pipeline. Only in what the resource belongs to one is created.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ResourceType { get; set; }

    /// <summary>True when the service was named on the command line, and not by what comes down the pipeline.</summary>
    private protected bool ServiceSidIsExplicit { get; private set; }

    /// <summary>The operation that is sent.</summary>
    private protected abstract Operation Operation { get; }

    // A method rather than a delegate: the types of overridden members are loaded on import, before private assemblies can be found.
    private protected abstract T Read(JsonElement json, ResourceOrigin origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        ServiceSidIsExplicit = ServiceSid is not null;
        conversationIsExplicit = MyInvocation.BoundParameters.ContainsKey(ConversationSidName);
        CheckGivenValues(Operation);
    }

    private protected override object? ExplicitParent(string identifier) =>
        identifier == nameof(ServiceSid) && ServiceSidIsExplicit ? ServiceSid : null;

    /// <summary>Checks an update before the first target comes.</summary>
    private protected void BeginUpdate(ResourceIdentity resource, IReadOnlyCollection<object> names)
    {
        RequireChange();
        CheckNamed(resource, names);
    }

    /// <summary>Updates what the command line names, or what came down the pipeline.</summary>
    private protected void Update(ResourceIdentity resource, IReadOnlyCollection<object> names, IEnumerable<PSObject> inputs)
    {
        // All of the command line is checked before anything is done with the first.
        foreach (var (target, request) in NamedTargets(resource, names).Select(target => (target, CreateUpdate(target))).ToArray())
        {
            Update(target, request);
        }

        foreach (var target in PipedTargets(resource, inputs))
        {
            Update(target, CreateUpdate(target));
        }
    }

    /// <summary>Why a target is not updated, although it is what the command acts on; null when it may be.</summary>
    private protected virtual ErrorRecord? Refusal(Target target) => null;

    /// <summary>What an update does, as a question calls it.</summary>
    private protected virtual string UpdateAction => "Update";

    /// <summary>What more must be asked than the impact can say.</summary>
    private protected virtual bool MayUpdate(Target target) => true;

    /// <summary>Creates a resource in the service.</summary>
    private protected void CreateInService(string action)
    {
        if (!MyInvocation.ExpectingInput || IsCreatedFor(Service.TypeName))
        {
            var connection = ResolveConnection();
            Create(connection, action, [PlaceIn(ServiceOf(connection, ServiceSid))]);
        }
    }

    /// <summary>Creates a resource in each of the conversations.</summary>
    private protected void CreateInConversations(string[] conversations, string action)
    {
        if (MyInvocation.ExpectingInput && !MayCreateInPiped())
        {
            return;
        }

        var connection = ResolveConnection();
        var service = ServiceOf(connection, ServiceSid);
        Create(connection, action, conversations.Select(conversation => PlaceIn(service, conversation)));
    }

    // What only lies in the same place would create one for each.
    private bool IsCreatedFor(params string[] parents)
    {
        if (parents.Contains(ResourceType))
        {
            return true;
        }

        WriteItemError(ErrorRecords.Foreign(
            ResourceType, "", $"Only a {string.Join(" or ", parents)} is something to create in. For one creation each, use ForEach-Object.", ServiceSid));
        return false;
    }

    private bool MayCreateInPiped()
    {
        if (conversationIsExplicit)
        {
            Terminate(ErrorRecords.WrongTarget($"-{ConversationSidName} names where to create, and others come down the pipeline. Give one of the two.", target: null));
        }

        // An object of the user's own that bears the identifier says which conversation is meant, and nothing else.
        return string.IsNullOrEmpty(ResourceType) || IsCreatedFor(Conversation.TypeName, UserConversation.TypeName, ParticipantConversation.TypeName);
    }

    private static (string Place, string Sid, ResourceAddress Address) PlaceIn(string service) =>
        ($"service {service}", service, new ResourceAddress((nameof(ServiceSid), service)));

    private static (string Place, string Sid, ResourceAddress Address) PlaceIn(string service, string conversation) =>
        ($"conversation {conversation}", conversation, new ResourceAddress((nameof(ServiceSid), service), (ConversationSidName, conversation)));

    private void Create(ConvConnection connection, string action, IEnumerable<(string Place, string Sid, ResourceAddress Address)> places)
    {
        // All of the command line is checked before anything is done in the first.
        var requests = places.Select(place => (place.Place, place.Sid, Request: CreateRequest(Operation, place.Sid, place.Address))).ToArray();
        foreach (var (place, sid, request) in requests)
        {
            if (request is not null && MayProcess($"{place} ({connection.Name}, {connection.AccountSid})", action))
            {
                Enqueue(new QueuedRequest(SessionOf(connection), request, sid));
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

    private void Update(Target target, OperationRequest? request)
    {
        if (request is null)
        {
            return;
        }

        if (Refusal(target) is { } refusal)
        {
            WriteItemError(refusal);
        }
        else if (MayProcess(target.Place, UpdateAction) && MayUpdate(target))
        {
            Enqueue(new QueuedRequest(SessionOf(target.Connection), request, target.Input));
        }
    }

    /// <inheritdoc/>
    private protected override async Task WorkAsync(QueuedRequest queued, ChannelWriter<SendResult<T>> results, CancellationToken cancellationToken)
    {
        try
        {
            var resource = await queued.Session.SendAsync(queued.Request, Read, Notice, cancellationToken, () => !IsEnding).ConfigureAwait(false);
            await results.WriteAsync(new SendResult<T>(resource, queued.Target), StopToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!StopToken.IsCancellationRequested)
        {
            await results.WriteAsync(new SendResult<T>(ProviderFailure.Unfinished(Operation), queued.Target), StopToken).ConfigureAwait(false);
        }
        catch (ProviderException exception)
        {
            if (EndsWithFirstError || exception is ProviderResponseException { IsAuthenticationFailure: true })
            {
                // Here rather than when the pipeline thread comes to it: until then the other workers would go on.
                Halt();
            }

            await results.WriteAsync(new SendResult<T>(exception, queued.Target), StopToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    private protected override void Take(SendResult<T> result)
    {
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
    }
}
