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

/// <summary>Lists what Telnyx drew from AI conversations by the insights that are configured for them.</summary>
[Cmdlet(VerbsCommon.Get, "TelnyxConversationInsight", DefaultParameterSetName = ListSet)]
[OutputType(typeof(TelnyxConversationInsight))]
public sealed class GetTelnyxConversationInsightCommand : GetCmdlet<TelnyxConversationInsight>
{
    /// <summary>The conversations, each by its UUID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TelnyxConversationIdCompleter))]
    [Identifier]
    public string[] ConversationId { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.TelnyxConversationInsight;

    private protected override string[] ListedOf => [TelnyxConversation.TypeName];

    private protected override Operation ListOperation => TelnyxConversationInsightResource.List;

    private protected override Operation? FetchOperation => null;

    private protected override IEnumerable<object> Named => [];

    private protected override TelnyxConversationInsight Read(JsonElement json, ResourceOrigin origin) => TelnyxConversationInsightResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord() => Get(ResolveConnection(), ConversationId.Select(id => new (string, object?)[] { (nameof(ConversationId), id) }));
}
