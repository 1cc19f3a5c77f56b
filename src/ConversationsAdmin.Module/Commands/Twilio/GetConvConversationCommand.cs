using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Lists the conversations of a service, to the end, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvConversation", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Conversation))]
public sealed class GetConvConversationCommand : GetInServiceCmdlet<Conversation>
{
    private const string UniqueNameSet = "UniqueName";

    /// <summary>The conversations to fetch: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FetchSet, ValueFromPipelineByPropertyName = true)]
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

    private protected override Operation ListOperation => ConversationResource.List;

    private protected override Operation FetchOperation => ConversationResource.Fetch;

    private protected override Conversation Read(JsonElement json, string connectionName) => ConversationResource.Read(json, connectionName);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = ResolveConnection();
        var service = ServiceOf(connection, ServiceSid);
        if (ParameterSetName == ListSet)
        {
            RequirePiped(ServiceSid is not null);
            List(connection, service, ("ChatServiceSid", service));
        }

        foreach (var name in ConversationSid.Concat<object>(UniqueName.Select(name => new AlternateName(name))))
        {
            Fetch(connection, name, ("ChatServiceSid", service), ("Sid", name));
        }
    }

    // The provider filters by whole days only; and what does not match is not written, whoever sent it, because a removal may follow.
    private protected override bool IsWanted(Conversation conversation) =>
        (CreatedAfter is null || conversation.DateCreated >= CreatedAfter)
        && (CreatedBefore is null || conversation.DateCreated <= CreatedBefore)
        && (State is null || State.Equals(conversation.State, StringComparison.OrdinalIgnoreCase));
}
