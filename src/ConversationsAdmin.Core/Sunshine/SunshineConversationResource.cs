using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Sunshine;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Sunshine;

/// <summary>The conversation of Sunshine Conversations v2: its operations, and how its answers are read.</summary>
public static class SunshineConversationResource
{
    /// <summary>The types of a conversation.</summary>
    public static readonly ImmutableArray<string> Types = [Personal, SdkGroup];

    /// <summary>What a 404 for a conversation says when its app exists.</summary>
    internal const string NotFoundCode = "conversation_not_found";

    internal const string Instance = Collection + "/{conversationId}";
    internal const string PageAfter = "page[after]";
    internal const string PageBefore = "page[before]";

    private const string Personal = "personal";
    private const string SdkGroup = "sdkGroup";
    private const string Collection = "/v2/apps/{appId}/conversations";
    private const string Envelope = "conversation";
    private const string Participants = "participants";
    private const string TypeField = "type";
    private const string UserId = "userId";
    private const string UserExternalId = "userExternalId";
    private const string UserIdFilter = "filter[userId]";
    private const string UserExternalIdFilter = "filter[userExternalId]";
    private const string SubscribeSdkClient = "subscribeSDKClient";
    private const string PageSize = "page[size]";
    private const int MaxPageSize = 100;
    private const int MaxParticipants = 10;
    private const int MaxTextLength = 100;

    internal static readonly OperationParameter AppId = new IdParameter("appId", In.Path, HexIdKind.App) { Required = true };
    internal static readonly OperationParameter ConversationId = new IdParameter("conversationId", In.Path, HexIdKind.Conversation) { Required = true };
    internal static readonly OperationParameter After =
        new TextParameter(PageAfter, In.Query) { Description = "The cursor after which the page begins: afterCursor of the page before; not with page[before]." };
    internal static readonly OperationParameter Before =
        new TextParameter(PageBefore, In.Query) { Description = "The cursor before which the page ends: beforeCursor of the page after; not with page[after]." };
    internal static readonly ImmutableArray<OperationParameter> PageParameters =
        [new IntegerParameter(PageSize, In.Query, 1, MaxPageSize) { Description = "The most rows on the page; the provider's default is 25." }, After, Before];

    internal static readonly ListPaging Paging = new(PagingStyle.Cursor, PageSize, MaxPageSize, MaxPageSize) { TransportNames = [PageSize, PageAfter, PageBefore] };

    private static readonly OperationParameter DisplayName = new TextParameter("displayName", In.Body, MaxTextLength)
    {
        MinLength = 1,
        MayBeNull = true,
        Description = "The name that people see; null clears it.",
    };
    private static readonly OperationParameter Description = new TextParameter("description", In.Body, MaxTextLength)
    {
        MinLength = 1,
        MayBeNull = true,
        Description = "A short text about the conversation; null clears it.",
    };
    private static readonly OperationParameter IconUrl = new UriParameter("iconUrl", In.Body, MaxLength: 2048)
    {
        MayBeNull = true,
        Description = "The address of its icon, a JPG, PNG or GIF; null clears it.",
    };
    private static readonly OperationParameter Metadata = new JsonObjectParameter("metadata", In.Body)
    {
        IsFlat = true,
        MaxBytes = 4 * 1024,
        MayBeNull = true,
        Description = "Your own data: texts, numbers and booleans, at most 4 KB; null clears it.",
    };

    /// <summary>Lists the conversations of a user.</summary>
    public static readonly Operation List = new()
    {
        Name = "ListConversations",
        ToolName = "retrieve-list-all-sunshine-conversations",
        Summary = "Lists the Sunshine conversations of one user, who must be named; there is no list of a whole app's.",
        Status = 200,
        Api = Api.Sunshine,
        Method = HttpMethod.Get,
        Path = Collection,
        Parameters =
        [
            AppId,
            new TextParameter(UserIdFilter, In.Query)
            {
                Description = "The id of the user whose conversations are listed; give this or filter[userExternalId].",
            },
            new TextParameter(UserExternalIdFilter, In.Query)
            {
                Description = "The external id of the user whose conversations are listed; give this or filter[userId].",
            },
            .. PageParameters,
        ],
        ResourceType = SunshineConversation.TypeName,
        Envelope = "conversations",
        Paging = Paging,
        Rules = [ExactlyOneUser],
    };

    /// <summary>Creates a conversation.</summary>
    public static readonly Operation Create = new()
    {
        Name = "CreateConversation",
        ToolName = "create-new-sunshine-conversation",
        Summary = "Creates a Sunshine conversation: personal for one user, or an sdkGroup for up to ten.",
        Status = 201,
        Api = Api.Sunshine,
        Method = HttpMethod.Post,
        Path = Collection,
        Parameters =
        [
            AppId,
            new ChoiceParameter(TypeField, In.Body, Types)
            {
                Required = true,
                Description = "personal is for exactly one user, sdkGroup for up to ten.",
            },
            new ListParameter(new JsonObjectParameter(Participants, In.Body)
            {
                Members =
                [
                    new TextParameter(UserId, In.Body) { Description = "The id of the user; give this or userExternalId." },
                    new TextParameter(UserExternalId, In.Body) { Description = "The external id of the user; give this or userId." },
                    new BooleanParameter(SubscribeSdkClient, In.Body)
                    {
                        Description = "Whether the user's devices are subscribed and notified at once; an sdkGroup needs it.",
                    },
                ],
                ExactlyOneOf = [UserId, UserExternalId],
            })
            {
                Description = "Who takes part: exactly one in a personal conversation, up to ten in an sdkGroup.",
            },
            DisplayName,
            Description,
            IconUrl,
            Metadata,
        ],
        Body = BodyEncoding.Json,
        ResourceType = SunshineConversation.TypeName,
        Envelope = Envelope,
        Rules = [ParticipantsFitType],
    };

    /// <summary>Fetches a conversation.</summary>
    public static readonly Operation Fetch = new()
    {
        Name = "GetConversation",
        ToolName = "fetch-specific-sunshine-conversation",
        Summary = "Fetches one Sunshine conversation.",
        Status = 200,
        Api = Api.Sunshine,
        Method = HttpMethod.Get,
        Path = Instance,
        Parameters = [AppId, ConversationId],
        ResourceType = SunshineConversation.TypeName,
        Envelope = Envelope,
    };

    /// <summary>Updates a conversation: what is null is cleared, what is left out stays.</summary>
    public static readonly Operation Update = new()
    {
        Name = "UpdateConversation",
        ToolName = "update-specific-sunshine-conversation",
        Summary = "Updates a Sunshine conversation's name, description, icon or metadata; null clears a field.",
        Status = 200,
        Api = Api.Sunshine,
        Method = HttpMethod.Patch,
        Path = Instance,
        Parameters = [AppId, ConversationId, DisplayName, Description, IconUrl, Metadata],
        Body = BodyEncoding.Json,
        ResourceType = SunshineConversation.TypeName,
        Envelope = Envelope,
    };

    /// <summary>Removes a conversation with its messages and attachments.</summary>
    public static readonly Operation Delete = new()
    {
        Name = "DeleteConversation",
        ToolName = "delete-specific-sunshine-conversation",
        Summary = "Deletes a Sunshine conversation for good, with its messages and attachments; a user's default one is refused.",
        Status = 200,
        Api = Api.Sunshine,
        Method = HttpMethod.Delete,
        Path = Instance,
        Parameters = [AppId, ConversationId],
    };

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Create, Fetch, Update, Delete];

    /// <summary>Reads a conversation.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read. The answer does not name the app.</param>
    public static SunshineConversation Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new SunshineConversation
        {
            ConnectionName = origin.ConnectionName,
            AppId = origin.Identifier(HexIdKind.App.IdentifierName),
            ConversationId = fields.Identifier("id"u8),
            Type = fields.Text("type"u8),
            MetadataJson = fields.Json("metadata"u8),
            ActiveSwitchboardIntegration = Switchboard(fields.Object("activeSwitchboardIntegration"u8)),
            PendingSwitchboardIntegration = Switchboard(fields.Object("pendingSwitchboardIntegration"u8)),
            IsDefault = fields.Boolean("isDefault"u8),
            DisplayName = fields.Text("displayName"u8),
            Description = fields.Text("description"u8),
            IconUrl = fields.Address("iconUrl"u8),
            BusinessLastRead = fields.Date("businessLastRead"u8),
            LastUpdatedAt = fields.Date("lastUpdatedAt"u8),
            CreatedAt = fields.Date("createdAt"u8),
            AdditionalProperties = fields.Rest(),
        };
    }

    private static SwitchboardIntegration? Switchboard(ResourceFields? fields) => fields is null ? null : new SwitchboardIntegration
    {
        SwitchboardIntegrationId = fields.Text("id"u8),
        Name = fields.Text("name"u8),
        IntegrationId = fields.Text("integrationId"u8),
        IntegrationType = fields.Text("integrationType"u8),
        AdditionalProperties = fields.RestOrNull(),
    };

    private static RequestArgumentException? ExactlyOneUser(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.ContainsKey(UserIdFilter) != values.ContainsKey(UserExternalIdFilter) ? null : RequestArgumentException.About(
            UserIdFilter,
            $"give exactly one of {new WireNames(" and ", UserIdFilter, UserExternalIdFilter)}: the provider lists the conversations of one user, and has no list of an app's.");

    private static RequestArgumentException? ParticipantsFitType(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var type = values.TryGetValue(TypeField, out var types) ? types[0] : null;
        var participants = values.TryGetValue(Participants, out var given) ? given : [];
        return type == Personal && participants.Count != 1
            ? RequestArgumentException.About(Participants, $"a personal conversation has exactly one participant, and {participants.Count} are given.")
            : participants.Count > MaxParticipants
            ? RequestArgumentException.About(Participants, $"{participants.Count} are given; a conversation is created with at most {MaxParticipants}.")
            : type == SdkGroup && participants.Any(participant => !participant.Contains($"\"{SubscribeSdkClient}\":", StringComparison.Ordinal))
            ? RequestArgumentException.About(Participants, $"each participant of an sdkGroup needs {SubscribeSdkClient}. Give it true or false.")
            : null;
    }
}
