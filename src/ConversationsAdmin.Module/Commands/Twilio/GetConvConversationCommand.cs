using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Lists the conversations of a service, to the end, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvConversation", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Conversation))]
public sealed class GetConvConversationCommand : GetInServiceCmdlet<Conversation>
{
    /// <summary>The conversations to fetch: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FetchSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The unique names of the conversations to fetch.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UniqueNameSet)]
    public string[] UniqueName { get; set; } = [];

    /// <summary>Only conversations in this state.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(StateCompleter))]
    public string? State { get; set; }

    /// <summary>Only conversations created then or later. Without a zone it is UTC.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [UtcDate]
    [Alias("StartDate")]
    public DateTimeOffset? CreatedAfter { get; set; }

    /// <summary>Only conversations created then or earlier. Without a zone it is UTC; a bare date means the end of that day.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [UtcDate(EndOfDay = true)]
    [Alias("EndDate")]
    public DateTimeOffset? CreatedBefore { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.Conversation;

    private protected override Operation ListOperation => ConversationResource.List;

    private protected override Operation? FetchOperation => ConversationResource.Fetch;

    private protected override IEnumerable<object> Named => [.. ConversationSid, .. UniqueName.Select(name => new AlternateName(name))];

    private protected override Conversation Read(JsonElement json, ResourceOrigin origin) => ConversationResource.Read(json, origin);

    // The provider filters by whole days only; and what does not match is not written, whoever sent it, because a removal may follow.
    private protected override bool IsWanted(Conversation conversation) =>
        (CreatedAfter is null || conversation.DateCreated >= CreatedAfter)
        && (CreatedBefore is null || conversation.DateCreated <= CreatedBefore)
        && (State is null || State.Trim().Equals(conversation.State, StringComparison.OrdinalIgnoreCase));
}
