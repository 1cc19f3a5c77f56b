using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Removes push bindings: the device receives nothing until the application registers it again.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvBinding", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvBindingCommand : RemoveFromServiceCmdlet
{
    /// <summary>The push bindings to remove: BS and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [Identifier]
    public string[] BindingSid { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.Binding;

    private protected override IReadOnlyCollection<object> Named => BindingSid;
}
