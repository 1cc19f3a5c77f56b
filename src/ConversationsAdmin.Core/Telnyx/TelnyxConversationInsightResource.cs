using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Telnyx;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>What Telnyx drew from a conversation: its operation, and how its answers are read.</summary>
public static class TelnyxConversationInsightResource
{
    /// <summary>Lists the insights of a conversation.</summary>
    public static readonly Operation List = new()
    {
        Name = "get_conversations_public__conversation_id__insights_get",
        Title = "ListConversationInsights",
        ToolName = "retrieve-telnyx-conversation-insights",
        Summary = "Lists the insights that Telnyx drew from an AI conversation.",
        Status = 200,
        Api = Api.Telnyx,
        Method = HttpMethod.Get,
        Path = TelnyxConversationResource.Instance + "/conversations-insights",
        Parameters = [TelnyxConversationResource.ConversationId],
        ResourceType = TelnyxConversationInsight.TypeName,
        ItemsKey = TelnyxConversationResource.Envelope,
        Paging = new ListPaging(PagingStyle.SinglePage, PageSizeName: null, DefaultPageSize: null, MaxPageSize: null),
    };

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List];

    /// <summary>Reads an insight.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read. The answer does not name the conversation.</param>
    public static TelnyxConversationInsight Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new TelnyxConversationInsight
        {
            ConnectionName = origin.ConnectionName,
            ConversationId = origin.Identifier(UuidKind.Conversation.IdentifierName),
            ConversationInsightId = fields.Text("id"u8),
            Status = fields.Text("status"u8),
            CreatedAt = fields.Date("created_at"u8),
            Results = new TelnyxInsightResultList(fields.Objects("conversation_insights"u8, ReadResult)),
            AdditionalProperties = fields.Rest(),
        };
    }

    private static TelnyxInsightResult ReadResult(ResourceFields fields) => new()
    {
        InsightId = fields.Text("insight_id"u8),
        Result = fields.Text("result"u8),
        AdditionalProperties = fields.RestOrNull(),
    };
}
