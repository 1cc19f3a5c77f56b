using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the fields of a message, which creating and updating share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendMessageCmdlet : SendDatedCmdlet<Message>
{
    private protected SendMessageCmdlet()
    {
    }

    /// <summary>Who wrote it: an identity or an address. Left out, it is system.</summary>
    [Parameter]
    [NotNullText]
    public string? Author { get; set; }

    /// <summary>The text: at most 1,600 characters where SMS or WhatsApp takes part, 32 KB in a chat.</summary>
    [Parameter]
    [NotNullText]
    public string? Body { get; set; }

    /// <summary>The subject, at most 256 characters.</summary>
    [Parameter]
    [NotNullText]
    public string? Subject { get; set; }
}
