using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Telnyx;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>The messages of a Telnyx AI conversation: their operation, and how its answers are read.</summary>
public static class TelnyxConversationMessageResource
{
    private const string PageSize = "page[size]";
    private const string PageNumber = "page[number]";
    private const int MaxPageSize = 100;

    /// <summary>Lists the messages of a conversation.</summary>
    public static readonly Operation List = new()
    {
        Name = "get_conversations_public__conversation_id__messages_get",
        Title = "ListConversationMessages",
        ToolName = "retrieve-telnyx-conversation-messages",
        Summary = "Lists the messages of a Telnyx AI conversation, with the assistant's calls of tools.",
        Status = 200,
        Api = Api.Telnyx,
        Method = HttpMethod.Get,
        Path = TelnyxConversationResource.Instance + "/messages",
        Parameters =
        [
            TelnyxConversationResource.ConversationId,
            new IntegerParameter(PageSize, In.Query, 1, MaxPageSize) { Description = "The most rows on the page; the provider's default is 20." },
            new IntegerParameter(PageNumber, In.Query, Minimum: 1) { Description = "The number of the page, from 1 on." },
        ],
        ResourceType = TelnyxConversationMessage.TypeName,
        Paging = new ListPaging(PagingStyle.PageNumber, PageSize, MaxPageSize, MaxPageSize) { TransportNames = [PageSize, PageNumber] },
    };

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List];

    /// <summary>Reads a message.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read. The answer does not name the conversation.</param>
    public static TelnyxConversationMessage Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new TelnyxConversationMessage
        {
            ConnectionName = origin.ConnectionName,
            ConversationId = origin.Identifier(UuidKind.Conversation.IdentifierName),
            Role = fields.Text("role"u8),
            Text = fields.Text("text"u8),
            SentAt = fields.Date("sent_at"u8),
            CreatedAt = fields.Date("created_at"u8),
            ToolCalls = new TelnyxToolCallList(fields.Objects("tool_calls"u8, ReadToolCall)),
            MetadataJson = fields.Json("metadata"u8),
            AdditionalProperties = fields.Rest(),
        };
    }

    private static TelnyxToolCall ReadToolCall(ResourceFields fields)
    {
        var function = fields.Object("function"u8);
        return new TelnyxToolCall
        {
            ToolCallId = fields.Text("id"u8),
            Type = fields.Text("type"u8),
            FunctionName = function?.Text("name"u8),
            ArgumentsJson = function?.Text("arguments"u8),
            AdditionalProperties = fields.RestOrNull(),
        };
    }
}
