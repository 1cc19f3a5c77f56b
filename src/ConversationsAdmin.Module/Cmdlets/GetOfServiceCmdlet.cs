using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Errors;

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
    public string[] ServiceSid { get; set; } = [];

    /// <summary>The operation that fetches it.</summary>
    private protected abstract Operation FetchOperation { get; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput && ServiceSid.Length == 0)
        {
            Terminate(ErrorRecords.WrongTarget("What came down the pipeline has no ServiceSid to read by. Pipe what Get-ConvService writes.", target: null));
        }

        var connection = ResolveConnection();
        var services = ServiceSid is [] ? [ServiceOf(connection, given: null)] : ServiceSid;

        // All of the command line is checked before the first is read.
        foreach (var (request, service) in services.Select(service => (CreateRequest(FetchOperation, service, new ResourceAddress((nameof(ServiceSid), service))), service)).ToArray())
        {
            Enqueue(connection, request, service);
        }
    }
}
