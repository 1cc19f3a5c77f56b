using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Telnyx;

namespace ConversationsAdmin.Module.Commands.Telnyx;

/// <summary>Lists the messages of Telnyx AI conversations, with the tools that their assistants called.</summary>
[Cmdlet(VerbsCommon.Get, "TelnyxConversationMessage", DefaultParameterSetName = ListSet)]
[OutputType(typeof(TelnyxConversationMessage))]
public sealed class GetTelnyxConversationMessageCommand : GetPagedCmdlet<TelnyxConversationMessage>
{
    /// <summary>The conversations, each by its UUID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TelnyxConversationIdCompleter))]
    [Identifier]
    public string[] ConversationId { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.TelnyxConversationMessage;

    private protected override string[] ListedOf => [TelnyxConversation.TypeName];

    private protected override Operation ListOperation => TelnyxConversationMessageResource.List;

    private protected override Operation? FetchOperation => null;

    private protected override IEnumerable<object> Named => [];

    private protected override TelnyxConversationMessage Read(JsonElement json, ResourceOrigin origin) => TelnyxConversationMessageResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord() => Get(ResolveConnection(), ConversationId.Select(id => new (string, object?)[] { (nameof(ConversationId), id) }));
}
