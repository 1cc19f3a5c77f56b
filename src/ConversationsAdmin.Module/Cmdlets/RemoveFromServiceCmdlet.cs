using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the service that is removed from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RemoveFromServiceCmdlet : RemoveCmdlet
{
    private protected RemoveFromServiceCmdlet()
    {
    }

    /// <summary>The service: IS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter]
    [Alias("ChatServiceSid")]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    [Identifier]
    public string? ServiceSid { get; set; }

    private protected override object? ExplicitParent(string identifier) => identifier == nameof(ServiceSid) ? ServiceSid : null;
}
