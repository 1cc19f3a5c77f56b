using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Twilio;
using static ConversationsAdmin.Core.Twilio.ResourceJson;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Conversation Participant resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class ParticipantResource
{
    private const string Collection = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Participants";
    private const string Instance = Collection + "/{Sid}";
    private const int MaxAttributesBytes = 4 * 1024;
    private const int MaxAddressLength = 256;

    private static readonly SidParameter Sid = new("Sid", In.Path, SidKind.Participant) { Required = true };
    private static readonly OperationParameter Identity = new TextParameter("Identity", In.Body, MaxLength: 256);
    private static readonly OperationParameter Attributes = new JsonTextParameter("Attributes", In.Body, MaxAttributesBytes);
    private static readonly OperationParameter Role = new SidParameter("RoleSid", In.Body, SidKind.Role);
    private static readonly OperationParameter ProxyAddress = new TextParameter("MessagingBinding.ProxyAddress", In.Body, MaxAddressLength);
    private static readonly OperationParameter ProjectedAddress = new TextParameter("MessagingBinding.ProjectedAddress", In.Body, MaxAddressLength);

    /// <summary>Lists the participants of a conversation.</summary>
    public static readonly Operation List = new()
    {
        Name = "ListServiceConversationParticipant",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Get,
        Path = Collection,
        Parameters =
        [
            TwilioParameters.Service, TwilioParameters.Conversation,
            TwilioParameters.PageSize, TwilioParameters.Page, TwilioParameters.PageToken,
        ],
        ResourceType = Participant.Type,
        MaxPageSize = TwilioParameters.MaxPageSize,
    };

    /// <summary>Adds a participant.</summary>
    public static readonly Operation Create = new()
    {
        Name = "CreateServiceConversationParticipant",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Post,
        Path = Collection,
        Parameters =
        [
            TwilioParameters.Service, TwilioParameters.Conversation, TwilioParameters.WebhookEnabled,
            Identity,
            new TextParameter("MessagingBinding.Address", In.Body, MaxAddressLength),
            ProxyAddress, ProjectedAddress, Attributes, Role,
            TwilioParameters.DateCreated, TwilioParameters.DateUpdated,
        ],
        Body = BodyEncoding.Form,
        ResourceType = Participant.Type,
        BudgetScope = BudgetScope.Conversation,
        Rules = [SomebodyIsNamed],
    };

    /// <summary>Fetches a participant.</summary>
    public static readonly Operation Fetch = new()
    {
        Name = "FetchServiceConversationParticipant",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Get,
        Path = Instance,
        Parameters = [TwilioParameters.Service, TwilioParameters.Conversation, Sid with { Alternate = "identity" }],
        ResourceType = Participant.Type,
    };

    /// <summary>Updates a participant. Attributes are replaced whole.</summary>
    public static readonly Operation Update = new()
    {
        Name = "UpdateServiceConversationParticipant",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Post,
        Path = Instance,
        Parameters =
        [
            TwilioParameters.Service, TwilioParameters.Conversation, Sid, TwilioParameters.WebhookEnabled,
            Identity, ProxyAddress, ProjectedAddress, Attributes, Role,
            TwilioParameters.DateCreated, TwilioParameters.DateUpdated,
            new IntegerParameter("LastReadMessageIndex", In.Body, 0),
            new DateParameter("LastReadTimestamp", In.Body),
        ],
        Body = BodyEncoding.Form,
        ResourceType = Participant.Type,
        BudgetScope = BudgetScope.Conversation,
    };

    /// <summary>Removes a participant. What was said stays.</summary>
    public static readonly Operation Delete = new()
    {
        Name = "DeleteServiceConversationParticipant",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Delete,
        Path = Instance,
        Parameters = [TwilioParameters.Service, TwilioParameters.Conversation, Sid, TwilioParameters.WebhookEnabled],
        BudgetScope = BudgetScope.Conversation,
    };

    /// <summary>Reads a participant.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="connectionName">The connection that it came through.</param>
    public static Participant Read(JsonElement json, string connectionName)
    {
        string? sid = null, conversation = null, service = null, account = null, identity = null, role = null;
        string? attributes = null, lastRead = null;
        long? lastReadIndex = null;
        DateTimeOffset? created = null, updated = null;
        MessagingBinding? binding = null;
        Uri? url = null;
        Dictionary<string, object?>? unknown = null;
        foreach (var field in json.EnumerateObject())
        {
            if (field.NameEquals("sid"u8)) { sid = Text(field.Value); }
            else if (field.NameEquals("conversation_sid"u8)) { conversation = Text(field.Value); }
            else if (field.NameEquals("chat_service_sid"u8)) { service = Text(field.Value); }
            else if (field.NameEquals("account_sid"u8)) { account = Text(field.Value); }
            else if (field.NameEquals("identity"u8)) { identity = Text(field.Value); }
            else if (field.NameEquals("messaging_binding"u8)) { binding = ReadBinding(field.Value); }
            else if (field.NameEquals("role_sid"u8)) { role = Text(field.Value); }
            else if (field.NameEquals("attributes"u8)) { attributes = Text(field.Value); }
            else if (field.NameEquals("date_created"u8)) { created = Date(field.Value); }
            else if (field.NameEquals("date_updated"u8)) { updated = Date(field.Value); }
            else if (field.NameEquals("last_read_message_index"u8)) { lastReadIndex = Integer(field.Value); }
            else if (field.NameEquals("last_read_timestamp"u8)) { lastRead = Text(field.Value); }
            else if (field.NameEquals("url"u8)) { url = Address(field.Value); }
            else { KeepUnknown(ref unknown, field); }
        }

        return new Participant
        {
            ConnectionName = connectionName,
            ParticipantSid = Identifier(sid, "sid"),
            ConversationSid = Identifier(conversation, "conversation_sid"),
            ServiceSid = Identifier(service, "chat_service_sid"),
            AccountSid = account,
            Identity = identity,
            MessagingBinding = binding,
            RoleSid = role,
            AttributesJson = attributes,
            DateCreated = created,
            DateUpdated = updated,
            LastReadMessageIndex = lastReadIndex,
            LastReadTimestamp = lastRead,
            Url = url,
            AdditionalProperties = Unknown(unknown),
        };
    }

    private static MessagingBinding? ReadBinding(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        string? type = null, address = null, proxy = null, projected = null;
        Dictionary<string, object?>? unknown = null;
        foreach (var field in json.EnumerateObject())
        {
            if (field.NameEquals("type"u8)) { type = Text(field.Value); }
            else if (field.NameEquals("address"u8)) { address = Text(field.Value); }
            else if (field.NameEquals("proxy_address"u8)) { proxy = Text(field.Value); }
            else if (field.NameEquals("projected_address"u8)) { projected = Text(field.Value); }
            else { KeepUnknown(ref unknown, field); }
        }

        return new MessagingBinding
        {
            Type = type,
            Address = address,
            ProxyAddress = proxy,
            ProjectedAddress = projected,
            AdditionalProperties = Unknown(unknown),
        };
    }

    private static RequestArgumentException? SomebodyIsNamed(IReadOnlyDictionary<string, string> values) =>
        values.ContainsKey("Identity") || values.ContainsKey("MessagingBinding.Address") || values.ContainsKey("MessagingBinding.ProjectedAddress")
            ? null
            : new("Identity", "Identity: nobody is named. Give an identity for a chat user, or an address for SMS, WhatsApp and the like.");
}
