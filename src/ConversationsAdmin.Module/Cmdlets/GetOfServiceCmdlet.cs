using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds reading what a service has one of, such as its configuration.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GetOfServiceCmdlet<T> : ReadCmdlet<T>
    where T : Resource
{
    private protected GetOfServiceCmdlet()
    {
    }

    /// <summary>The services: IS and 32 hexadecimal digits each. The default is that of the connection.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ChatServiceSid")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(Completers.ServiceSidCompleter))]
    [Identifier]
    public string[] ServiceSid { get; set; } = [];

    /// <summary>The type of an object from the pipeline.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ResourceType { get; set; }

    private protected override Provider Provider => FetchOperation.Provider;

    /// <summary>The operation that fetches it.</summary>
    private protected abstract Operation FetchOperation { get; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Anything in a service names its service, and would read the same once for each.
        if (MyInvocation.ExpectingInput && ResourceType != Service.TypeName && ResourceType != FetchOperation.ResourceType)
        {
            WriteItemError(ErrorRecords.Foreign(ResourceType, "", $"Pipe what Get-{Service.TypeName} writes, or name the service.", ServiceSid.FirstOrDefault()));
            return;
        }

        var connection = ResolveConnection();
        var services = ServiceSid is [] ? [ContainerOf(connection, nameof(ServiceSid), given: null)] : ServiceSid;

        // All of the command line is checked before the first is read.
        var requests = services.Select(service => ToQueue(connection, CreateRequest(FetchOperation, service, new ResourceAddress((nameof(ServiceSid), service))), service));
        foreach (var queued in requests.OfType<QueuedRequest>().ToArray())
        {
            Enqueue(queued);
        }
    }
}
