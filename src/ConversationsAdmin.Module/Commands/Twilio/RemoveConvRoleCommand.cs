using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Removes roles.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvRole", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvRoleCommand : RemoveFromServiceCmdlet
{
    /// <summary>The roles to remove: RL and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(RoleSidCompleter))]
    [Identifier]
    public string[] RoleSid { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.Role;

    private protected override IReadOnlyCollection<object> Named => RoleSid;
}
