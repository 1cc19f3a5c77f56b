using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the service that is read from.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GetInServiceCmdlet<T> : GetPagedCmdlet<T>
    where T : Resource
{
    private protected GetInServiceCmdlet()
    {
    }

    /// <summary>The service: IS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ChatServiceSid")]
    [ArgumentCompleter(typeof(Completers.ServiceSidCompleter))]
    [Identifier]
    public string? ServiceSid { get; set; }

    private protected override string[] ListedOf => [Service.TypeName];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = ResolveConnection();
        Get(connection, [[(nameof(ServiceSid), ContainerOf(connection, nameof(ServiceSid), ServiceSid))]]);
    }
}
