using System.ComponentModel;
using System.Management.Automation;
using System.Text.Json;
using System.Threading.Channels;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds sending: requests that each answer with the resource that they created or changed.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendCmdlet<T> : TargetCmdlet<QueuedRequest, SendResult<T>>
    where T : Resource
{
    private protected SendCmdlet()
    {
    }

    /// <summary>The type of an object from the pipeline. Only in what the resource belongs to one is created.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ResourceType { get; set; }

    private protected override Provider Provider => Operation.Provider;

    /// <summary>The operation that is sent.</summary>
    private protected abstract Operation Operation { get; }

    // A method rather than a delegate: the types of overridden members are loaded on import, before private assemblies can be found.
    private protected abstract T Read(JsonElement json, ResourceOrigin origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckGivenValues(Operation);
    }

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
            var where = place is null ? Account.Of(connection) : $"{place} ({Account.Of(connection)})";
            if (request is not null && MayProcess(where, action))
            {
                Enqueue(new QueuedRequest(SessionOf(connection), request, target));
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
