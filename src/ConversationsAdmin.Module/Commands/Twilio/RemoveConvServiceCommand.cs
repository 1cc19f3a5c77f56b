using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;

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
    public string[] ServiceSid { get; set; } = [];

    /// <summary>Removes without asking whether everything in the service is meant.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Activity => "Removing services";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckIdentifiers(SidKind.Service, nameof(ServiceSid), ServiceSid);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var sid in ServiceSid)
        {
            RemoveService(ResolveConnection(), sid, sid);
        }

        foreach (var input in InputObject)
        {
            if (ReadPiped(input, ResourceIdentity.Service) is { } piped)
            {
                RemoveService(ConnectionOf(piped, input), piped.Identifier, input);
            }
        }
    }

    private protected override bool MayRemove(RemovalTarget target) =>
        Force || Ask(
            () => ShouldContinue($"Removing {target.Name} removes every conversation, message, participant, user and role in it.", "Remove the whole service?", ref removeAll, ref removeNone),
            "-Force (and -Confirm:$false)");

    private void RemoveService(ConvConnection connection, string sid, object input) =>
        Remove(connection, CreateTarget(() => TwilioRemovals.Service(connection.AccountSid, sid), input), $"service {sid} with everything in it", input);
}
