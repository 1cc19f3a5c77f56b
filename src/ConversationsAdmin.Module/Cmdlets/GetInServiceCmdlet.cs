using System.ComponentModel;
using System.Management.Automation;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the service that is read from.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GetInServiceCmdlet<T> : GetCmdlet<T>
    where T : Resource
{
    private protected GetInServiceCmdlet()
    {
    }

    /// <summary>The service: IS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ChatServiceSid")]
    public string? ServiceSid { get; set; }
}
