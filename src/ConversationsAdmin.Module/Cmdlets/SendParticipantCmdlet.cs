using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the fields of a participant, which adding and updating share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendParticipantCmdlet : SendDatedCmdlet<Participant>
{
    private protected SendParticipantCmdlet()
    {
    }

    /// <summary>The role in the conversation: RL and 32 hexadecimal digits.</summary>
    [Parameter]
    [NotNullText]
    [ArgumentCompleter(typeof(RoleSidCompleter))]
    [Identifier]
    public string? RoleSid { get; set; }
}
