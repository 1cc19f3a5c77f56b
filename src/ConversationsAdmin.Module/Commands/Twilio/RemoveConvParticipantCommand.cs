using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Removes participants from their conversations. What they wrote stays.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvParticipant", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvParticipantCommand : RemoveFromServiceCmdlet
{
    /// <summary>The conversation: CH and 32 hexadecimal digits. An object from the pipeline brings its own.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [Parameter(ParameterSetName = InputSet)]
    public string? ConversationSid { get; set; }

    /// <summary>The participants to remove: MB and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    public string[] ParticipantSid { get; set; } = [];

    private protected override string Activity => "Removing participants";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckIdentifiers(SidKind.Participant, nameof(ParticipantSid), ParticipantSid);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var sid in ParticipantSid)
        {
            var connection = ResolveConnection();
            RemoveParticipant(connection, ServiceOf(connection, ServiceSid), ConversationSid, sid, sid);
        }

        foreach (var input in InputObject)
        {
            if (ReadPiped(input, ResourceIdentity.Participant) is { } piped)
            {
                var connection = ConnectionOf(piped, input);
                var service = ServiceOf(connection, ParentOf(piped, nameof(ServiceSid), ServiceSid, input));
                var conversation = ParentOf(piped, nameof(ConversationSid), ConversationSid, input);
                RemoveParticipant(connection, service, conversation, piped.Identifier, input);
            }
        }
    }

    private void RemoveParticipant(ConvConnection connection, string service, string? conversation, string sid, object input) =>
        Remove(
            connection,
            CreateTarget(() => TwilioRemovals.Participant(connection.AccountSid, service, conversation, sid, WebhookEnabled), input),
            $"participant {sid} of conversation {conversation}",
            input);
}
