using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Telnyx;

namespace ConversationsAdmin.Module.Commands.Telnyx;

/// <summary>Lists Telnyx AI conversations, to the end, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "TelnyxConversation", DefaultParameterSetName = ListSet)]
[OutputType(typeof(TelnyxConversation))]
public sealed class GetTelnyxConversationCommand : GetPagedCmdlet<TelnyxConversation>
{
    /// <summary>The conversations to fetch, each by its UUID.</summary>
    // In every set, because PowerShell would bind a piped object to the list's set, which the connection's name satisfies already.
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TelnyxConversationIdCompleter))]
    [Identifier]
    public string[] ConversationId { get; set; } = [];

    /// <summary>Only the conversation with this UUID, if the other filters hold for it too.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Identifier]
    public string? Id { get; set; }

    /// <summary>Only conversations of this name; upper and lower case differ. Takes the wildcards * and ?.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SupportsWildcards]
    [NotNullText]
    public string? Name { get; set; }

    /// <summary>Only conversations created then or later. Without a zone it is UTC.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [UtcDate]
    public DateTimeOffset? CreatedAfter { get; set; }

    /// <summary>Only conversations created then or earlier. Without a zone it is UTC; a bare date means the end of that day.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [UtcDate(EndOfDay = true)]
    public DateTimeOffset? CreatedBefore { get; set; }

    /// <summary>Only conversations whose last message was written then or later. Without a zone it is UTC.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [UtcDate]
    public DateTimeOffset? LastMessageAfter { get; set; }

    /// <summary>Only conversations whose last message was written then or earlier. Without a zone it is UTC; a bare date means the end of that day.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [UtcDate(EndOfDay = true)]
    public DateTimeOffset? LastMessageBefore { get; set; }

    /// <summary>Only conversations of this assistant.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [NotNullText]
    public string? AssistantId { get; set; }

    /// <summary>Only the conversation of this call.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [NotNullText]
    public string? CallControlId { get; set; }

    /// <summary>Only conversations in which the agent had this number or address, such as +13128675309.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [NotNullText]
    public string? AgentTarget { get; set; }

    /// <summary>Only conversations in which the end user had this number or address.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [NotNullText]
    public string? EndUserTarget { get; set; }

    /// <summary>Only conversations of this channel, such as phone_call.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(TelnyxChannelCompleter))]
    [NotNullText]
    public string? Channel { get; set; }

    /// <summary>Only conversations whose metadata have these values, such as @{ team = 'billing' }.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public Hashtable? Metadata { get; set; }

    /// <summary>
    /// The order, such as last_message_at.desc. The default is created_at.asc, the only one that the provider lets be read to its end; another needs -First.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(TelnyxOrderCompleter))]
    [NotNullText]
    public string? OrderBy { get; set; }

    /// <summary>
    /// Filters of which one must hold, as the provider writes them: created_at.gte.2026-04-01, name.eq.Test. What comes back can't be checked against them.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string[]? Or { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.TelnyxConversation;

    private protected override string[] ListedOf => [];

    private protected override Operation ListOperation => TelnyxConversationResource.List;

    private protected override Operation? FetchOperation => TelnyxConversationResource.Fetch;

    private protected override IEnumerable<object> Named => ConversationId;

    private protected override bool Lists => ConversationId.Length == 0;

    // In another order everything comes at once.
    private protected override int? RowsPerPage => IsInOrderOfPaging ? base.RowsPerPage : (int)Math.Min((long)First + Skip, int.MaxValue);

    // What is looked at here alone would leave fewer than -First of what comes at once, or nothing, although there are more; and there are no pages.
    private string? NotAskedForAtOnce =>
        CreatedBefore is not null ? nameof(CreatedBefore)
        : LastMessageBefore is not null && LastMessageAfter is not null ? nameof(LastMessageBefore)
        : PageSize > 0 ? nameof(PageSize)
        : null;

    private bool IsInOrderOfPaging => OrderBy?.Trim() is null or TelnyxConversationResource.OrderOfPaging;

    private protected override TelnyxConversation Read(JsonElement json, ResourceOrigin origin) => TelnyxConversationResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!IsInOrderOfPaging && !MyInvocation.BoundParameters.ContainsKey(nameof(First)))
        {
            Terminate(ErrorRecords.NeedsFirst(nameof(OrderBy), OrderBy!, TelnyxConversationResource.OrderOfPaging));
        }

        if (!IsInOrderOfPaging && NotAskedForAtOnce is { } parameter)
        {
            Terminate(ErrorRecords.NotInThisOrder(parameter, nameof(OrderBy), OrderBy!));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Get(ResolveConnection(), [[]]);

    private protected override IEnumerable<KeyValuePair<string, object?>> GivenValues(Operation operation) =>
        operation == TelnyxConversationResource.List ? Filters() : base.GivenValues(operation);

    // Of two bounds one goes on the wire, and the other is looked at here.
    private protected override bool IsWanted(TelnyxConversation conversation) =>
        (CreatedBefore is null || conversation.CreatedAt <= CreatedBefore)
        && (LastMessageBefore is null || conversation.LastMessageAt <= LastMessageBefore);

    private protected override bool IsBeyond(TelnyxConversation conversation) => IsInOrderOfPaging && conversation.CreatedAt > CreatedBefore;

    private IEnumerable<KeyValuePair<string, object?>> Filters()
    {
        (string Name, string? Filter)[] filters =
        [
            ("id", TelnyxFilter.Id(Id)),
            ("name", TelnyxFilter.Like("name", Name)),
            ("created_at", TelnyxFilter.From(CreatedAfter)),
            ("last_message_at", TelnyxFilter.From(LastMessageAfter) ?? TelnyxFilter.Until(LastMessageBefore)),
            ("metadata->assistant_id", TelnyxFilter.Equal("metadata->assistant_id", AssistantId)),
            ("metadata->call_control_id", TelnyxFilter.Equal("metadata->call_control_id", CallControlId)),
            ("metadata->telnyx_agent_target", TelnyxFilter.Equal("metadata->telnyx_agent_target", AgentTarget)),
            ("metadata->telnyx_end_user_target", TelnyxFilter.Equal("metadata->telnyx_end_user_target", EndUserTarget)),
            ("metadata->telnyx_conversation_channel", TelnyxFilter.Equal("metadata->telnyx_conversation_channel", Channel)),
            ("order", OrderBy?.Trim()),
            ("or", Or is null ? null : string.Join(",", Or)),
        ];
        return filters.Select(filter => KeyValuePair.Create(filter.Name, (object?)filter.Filter)).Concat(TelnyxFilter.Metadata(Metadata));
    }
}
