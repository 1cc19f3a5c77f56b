using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the fields of a participant, which adding and updating share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendParticipantCmdlet : SendCmdlet<Participant>
{
    private protected SendParticipantCmdlet()
    {
    }

    /// <summary>The identity of a chat user, at most 256 characters.</summary>
    [Parameter]
    [NotNullText]
    public string? Identity { get; set; }

    /// <summary>Your own address that the participant writes to. On an update, the text null removes it.</summary>
    [Parameter]
    [Alias("MessagingBinding.ProxyAddress")]
    [NotNullText]
    public string? MessagingBindingProxyAddress { get; set; }

    /// <summary>Your number that stands for a chat user in a group MMS. On an update, the text null removes it.</summary>
    [Parameter]
    [Alias("MessagingBinding.ProjectedAddress")]
    [NotNullText]
    public string? MessagingBindingProjectedAddress { get; set; }

    /// <summary>The application's own data as a hashtable, an object or JSON text, at most 4 KB. An update replaces it whole.</summary>
    [Parameter]
    [Json]
    [NotNullText]
    public string? Attributes { get; set; }

    /// <summary>The role in the conversation: RL and 32 hexadecimal digits.</summary>
    [Parameter]
    [NotNullText]
    public string? RoleSid { get; set; }

    /// <summary>The creation date to write, for imports. Without a zone it is UTC.</summary>
    [Parameter]
    [UtcDate]
    public DateTimeOffset? DateCreated { get; set; }

    /// <summary>The date of the last update to write, for imports. Without a zone it is UTC.</summary>
    [Parameter]
    [UtcDate]
    public DateTimeOffset? DateUpdated { get; set; }
}
