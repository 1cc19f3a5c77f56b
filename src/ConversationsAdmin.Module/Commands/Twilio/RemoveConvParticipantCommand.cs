using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Removes participants from their conversations. What they wrote stays.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvParticipant", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvParticipantCommand : RemoveFromConversationCmdlet
{
    /// <summary>The participants to remove: MB and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    [Identifier]
    public string[] ParticipantSid { get; set; } = [];

    /// <summary>Whether the provider calls your webhooks for this removal. Left out, it does not.</summary>
    [Parameter]
    [Alias("X-Twilio-Webhook-Enabled")]
    public bool? WebhookEnabled { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.Participant;

    private protected override IReadOnlyCollection<object> Named => ParticipantSid;
}
