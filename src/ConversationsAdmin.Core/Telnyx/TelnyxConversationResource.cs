using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Telnyx;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>The conversation of Telnyx AI: its operations, and how its answers are read.</summary>
public static class TelnyxConversationResource
{
    /// <summary>The order in which a list can be read to its end.</summary>
    public const string OrderOfPaging = "created_at.asc";

    /// <summary>The orders that the provider's documents name.</summary>
    public static readonly ImmutableArray<string> Orders = [OrderOfPaging, "created_at.desc", "last_message_at.asc", "last_message_at.desc"];

    /// <summary>The channels that the provider's documents name.</summary>
    public static readonly ImmutableArray<string> Channels = ["phone_call"];

    internal const string Collection = "/v2/ai/conversations";
    internal const string Instance = Collection + "/{conversation_id}";
    internal const string Envelope = "data";

    internal const string Id = "id";
    internal const string CreatedAt = "created_at";
    internal const string LastMessageAt = "last_message_at";
    internal const string LimitName = "limit";
    internal const string OrderName = "order";

    internal static readonly OperationParameter ConversationId = new IdParameter("conversation_id", In.Path, UuidKind.Conversation) { Required = true };

    private const int DefaultPageSize = 100;

    private static readonly OperationParameter Metadata = new JsonObjectParameter("metadata", In.Body)
    {
        IsFlat = true,
        MayHoldLists = true,
        Description = "Your own data: texts, numbers, booleans and lists of these; ai_disabled true stops the AI's answers.",
    };

    /// <summary>Lists the conversations.</summary>
    public static readonly Operation List = new()
    {
        Name = "get_conversations_public_conversations_get",
        Title = "ListConversations",
        ToolName = "retrieve-list-all-telnyx-conversations",
        Summary = "Lists Telnyx AI conversations, filtered by id, name, dates or metadata.",
        Status = 200,
        Api = Api.Telnyx,
        Method = HttpMethod.Get,
        Path = Collection,
        Parameters =
        [
            new FilterParameter(Id) { Description = "A filter on the id, such as eq.3fa85f64-5717-4562-b3fc-2c963f66afa6." },
            new FilterParameter("name") { Description = "A filter on the name, such as like.Voice%." },
            new FilterParameter(CreatedAt) { Description = "A filter on the time of creation, such as gte.2026-01-31." },
            new FilterParameter(LastMessageAt) { Description = "A filter on the time of the last message, such as lte.2026-01-31." },
            new MetadataFilterParameter { Description = "Filters on metadata, each under the name metadata->key, such as eq.phone_call." },
            new IntegerParameter(LimitName, In.Query, Minimum: 1) { Description = "The most rows in the answer; the provider documents no default." },
            new OrderParameter { Description = "The order: created_at or last_message_at, and asc or desc, such as created_at.desc." },
            new OrParameter { Description = "Filters of which one must hold, such as (created_at.gte.2026-04-01,name.eq.Test)." },
        ],
        ResourceType = TelnyxConversation.TypeName,
        Paging = new ListPaging(PagingStyle.Keyset, LimitName, DefaultPageSize, MaxPageSize: null) { TransportNames = [LimitName] },
    };

    /// <summary>Creates a conversation.</summary>
    public static readonly Operation Create = new()
    {
        Name = "create_new_conversation_public_conversations_post",
        Title = "CreateConversation",
        ToolName = "create-new-telnyx-conversation",
        Summary = "Creates a Telnyx AI conversation, with a name and metadata.",
        Status = 200,
        Api = Api.Telnyx,
        Method = HttpMethod.Post,
        Path = Collection,
        Parameters =
        [
            new IdempotencyKeyParameter { Description = "A key of your own; what comes again under it within 24 hours is done once." },
            new TextParameter("name", In.Body) { MinLength = 1, Description = "The name of the conversation." },
            Metadata,
        ],
        Body = BodyEncoding.Json,
        ResourceType = TelnyxConversation.TypeName,
    };

    /// <summary>Fetches a conversation.</summary>
    public static readonly Operation Fetch = new()
    {
        Name = "get_conversation_by_id_public_conversations_get",
        Title = "GetConversation",
        ToolName = "fetch-specific-telnyx-conversation",
        Summary = "Fetches one Telnyx AI conversation.",
        Status = 200,
        Api = Api.Telnyx,
        Method = HttpMethod.Get,
        Path = Instance,
        Parameters = [ConversationId],
        ResourceType = TelnyxConversation.TypeName,
        Envelope = Envelope,
    };

    /// <summary>Updates the metadata of a conversation.</summary>
    public static readonly Operation Update = new()
    {
        Name = "update_conversation_by_id_public_conversations_put",
        Title = "UpdateConversation",
        ToolName = "update-specific-telnyx-conversation",
        Summary = "Updates a Telnyx AI conversation's metadata; expect it to be replaced whole, as no merging is documented.",
        Status = 200,
        Api = Api.Telnyx,
        Method = HttpMethod.Put,
        Path = Instance,
        Parameters = [ConversationId, Metadata],
        Body = BodyEncoding.Json,
        ResourceType = TelnyxConversation.TypeName,
        Envelope = Envelope,
    };

    /// <summary>Removes a conversation.</summary>
    public static readonly Operation Delete = new()
    {
        Name = "delete_conversation_by_id_public_conversations_delete",
        Title = "DeleteConversation",
        ToolName = "delete-specific-telnyx-conversation",
        Summary = "Deletes a Telnyx AI conversation for good.",
        Status = 200,
        Api = Api.Telnyx,
        Method = HttpMethod.Delete,
        Path = Instance,
        Parameters = [ConversationId],
    };

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Create, Fetch, Update, Delete];

    /// <summary>Reads a conversation.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static TelnyxConversation Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new TelnyxConversation
        {
            ConnectionName = origin.ConnectionName,
            ConversationId = fields.Identifier("id"u8),
            Name = fields.Text("name"u8),
            CreatedAt = fields.Date("created_at"u8),
            LastMessageAt = fields.Date("last_message_at"u8),
            MetadataJson = fields.Json("metadata"u8),
            AdditionalProperties = fields.Rest(),
        };
    }
}
