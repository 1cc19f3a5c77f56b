using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the fields of a user, which creating and updating share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendUserCmdlet : SendWithAttributesCmdlet<User>
{
    private protected SendUserCmdlet()
    {
    }

    /// <summary>The name that people read.</summary>
    [Parameter]
    [NotNullText]
    public string? FriendlyName { get; set; }

    /// <summary>The role in the service: RL and 32 hexadecimal digits.</summary>
    [Parameter]
    [NotNullText]
    [ArgumentCompleter(typeof(RoleSidCompleter))]
    [Identifier]
    public string? RoleSid { get; set; }
}
