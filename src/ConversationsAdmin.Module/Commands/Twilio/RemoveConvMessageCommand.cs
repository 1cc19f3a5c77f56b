using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Removes messages. It can't be undone.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvMessage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvMessageCommand : RemoveFromConversationCmdlet
{
    /// <summary>The messages to remove: IM and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    [Identifier]
    public string[] MessageSid { get; set; } = [];

    /// <summary>Whether the provider calls your webhooks for this removal. Left out, it does not.</summary>
    [Parameter]
    [Alias("X-Twilio-Webhook-Enabled")]
    public bool? WebhookEnabled { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.Message;

    private protected override IReadOnlyCollection<object> Named => MessageSid;
}
