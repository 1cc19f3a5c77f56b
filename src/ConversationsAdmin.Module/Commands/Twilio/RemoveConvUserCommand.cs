using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Removes users from their service. It can't be undone.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvUserCommand : RemoveFromServiceCmdlet
{
    /// <summary>The users to remove: US and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(UserSidCompleter))]
    [Identifier]
    public string[] UserSid { get; set; } = [];

    /// <summary>The identities of the users to remove. One that does not exist is an error.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    public string[] Identity { get; set; } = [];

    /// <summary>Whether the provider calls your webhooks for this removal. Left out, it does not.</summary>
    [Parameter]
    [Alias("X-Twilio-Webhook-Enabled")]
    public bool? WebhookEnabled { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.User;

    private protected override IReadOnlyCollection<object> Named => [.. UserSid, .. Identity.Select(identity => new AlternateName(identity))];
}
