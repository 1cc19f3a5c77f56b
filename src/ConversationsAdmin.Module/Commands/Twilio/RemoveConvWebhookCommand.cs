using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Removes webhooks from their conversations.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvWebhookCommand : RemoveFromConversationCmdlet
{
    /// <summary>The webhooks to remove: WH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    [Identifier]
    public string[] WebhookSid { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.Webhook;

    private protected override IReadOnlyCollection<object> Named => WebhookSid;
}
