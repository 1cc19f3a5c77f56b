using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Removes conversations with their messages, media and participants. It can't be undone.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvConversation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvConversationCommand : RemoveFromServiceCmdlet
{
    /// <summary>The conversations to remove: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The unique names of the conversations to remove. One that does not exist is an error.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UniqueNameSet)]
    public string[] UniqueName { get; set; } = [];

    /// <summary>Whether the provider calls your webhooks for this removal. Left out, it does not.</summary>
    [Parameter]
    [Alias("X-Twilio-Webhook-Enabled")]
    public bool? WebhookEnabled { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.Conversation;

    private protected override IReadOnlyCollection<object> Named => [.. ConversationSid, .. UniqueName.Select(name => new AlternateName(name))];
}
