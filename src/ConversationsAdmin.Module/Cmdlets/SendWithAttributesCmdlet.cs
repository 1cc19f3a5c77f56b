using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the application's own data, and whether webhooks hear of the change.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendWithAttributesCmdlet<T> : SendInServiceCmdlet<T>
    where T : Resource
{
    private protected SendWithAttributesCmdlet()
    {
    }

    /// <summary>
    /// The application's own data as a hashtable, an object or JSON text: at most 16 KB for a conversation or a user, 4 KB for a participant or a message.
    /// An update replaces it whole.
    /// </summary>
    [Parameter]
    [Json]
    [NotNullText]
    public string? Attributes { get; set; }

    /// <summary>Whether the provider calls your webhooks for this change. Left out, it does not.</summary>
    [Parameter]
    [Alias("X-Twilio-Webhook-Enabled")]
    public bool? WebhookEnabled { get; set; }
}
