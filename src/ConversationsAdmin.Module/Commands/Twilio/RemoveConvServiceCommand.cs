using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Removes services with everything in them: conversations, messages, participants, users and roles.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvService", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvServiceCommand : RemoveCmdlet
{
    private bool removeAll;
    private bool removeNone;

    /// <summary>The services to remove: IS and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    [Identifier]
    public string[] ServiceSid { get; set; } = [];

    /// <summary>Removes without asking whether everything in the service is meant.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.Service;

    private protected override IReadOnlyCollection<object> Named => ServiceSid;

    private protected override object? ExplicitParent(string identifier) => null;

    private protected override string Describe(Target target) =>
        $"{target.Description} with everything in it at {Account.Of(target.Connection)}";

    private protected override bool MayRemove(Target target) =>
        Force || Ask(
            () => ShouldContinue($"Removing {target.Place} removes every conversation, message, participant, user and role in it.", "Remove the whole service?", ref removeAll, ref removeNone),
            "-Force (and -Confirm:$false)");
}
