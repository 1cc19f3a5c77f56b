using System.ComponentModel;
using System.Management.Automation;

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
    public string? ServiceSid { get; set; }

    /// <summary>Whether the provider calls your webhooks for this removal. Left out, it does not.</summary>
    [Parameter]
    [Alias("X-Twilio-Webhook-Enabled")]
    public bool? WebhookEnabled { get; set; }
}
