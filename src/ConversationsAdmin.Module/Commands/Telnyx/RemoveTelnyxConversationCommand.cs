using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Telnyx;

/// <summary>Removes Telnyx AI conversations. It can't be undone.</summary>
[Cmdlet(VerbsCommon.Remove, "TelnyxConversation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveTelnyxConversationCommand : RemoveCmdlet
{
    /// <summary>The conversations to remove, each by its UUID.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(TelnyxConversationIdCompleter))]
    [Identifier]
    public string[] ConversationId { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.TelnyxConversation;

    private protected override IReadOnlyCollection<object> Named => ConversationId;

    private protected override object? ExplicitParent(string identifier) => null;
}
