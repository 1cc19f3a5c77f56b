using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Conversation Participant resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class ParticipantResource
{
    private const string Collection = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Participants";
    private const string Instance = Collection + "/{Sid}";

    private const string Address = "MessagingBinding.Address";
    private const string ProjectedAddress = "MessagingBinding.ProjectedAddress";

    private static readonly SidParameter Sid = new("Sid", In.Path, SidKind.Participant) { Required = true };

    private static readonly ImmutableArray<OperationParameter> Fields =
    [
        new TextParameter("Identity", In.Body, TwilioParameters.MaxIdentityLength)
        {
            Description = "The identity of a chat user; who is reached at an address has none.",
        },
        new TextParameter("MessagingBinding.ProxyAddress", In.Body, TwilioParameters.MaxAddressLength)
        {
            Description = "The Twilio number that the participant writes to and is written from.",
        },
        new TextParameter(ProjectedAddress, In.Body, TwilioParameters.MaxAddressLength)
        {
            Description = "The Twilio number that stands for a chat user in a group MMS.",
        },
        TwilioParameters.Attributes(maxKilobytes: 4),
        TwilioParameters.RoleSid,
        TwilioParameters.DateCreated,
        TwilioParameters.DateUpdated,
    ];

    /// <summary>Lists the participants of a conversation.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListServiceConversationParticipant",
        "retrieve-list-all-participants-conversation",
        "Lists the participants of a conversation.",
        Collection,
        Participant.TypeName,
        maxPageSize: 100,
        TwilioParameters.Service,
        TwilioParameters.Conversation);

    /// <summary>Adds a participant.</summary>
    public static readonly Operation Create =
        TwilioOperation.Create(
            "CreateServiceConversationParticipant",
            "add-new-participant-conversation-specific",
            "Adds a participant to a conversation: a chat user by identity, or somebody who is reached at an address.",
            Collection,
            Participant.TypeName,
            BudgetScope.Conversation,
            [
                TwilioParameters.Service, TwilioParameters.Conversation, TwilioParameters.WebhookEnabled,
                .. Fields,
                new TextParameter(Address, In.Body, TwilioParameters.MaxAddressLength)
                {
                    Description = "The participant's own phone number or address, such as whatsapp:+15558675310.",
                },
            ])
        with
        { Rules = [SomebodyIsNamed, IdentityOrAddress, OneKindOfAddress, UserResource.IdentityIsNoSid] };

    /// <summary>Fetches a participant.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceConversationParticipant",
        "fetch-participant-conversation",
        "Fetches one participant of a conversation by SID or identity.",
        Instance,
        Participant.TypeName,
        TwilioParameters.Service,
        TwilioParameters.Conversation,
        Sid with { Alternate = "identity" });

    /// <summary>Updates a participant. Attributes are replaced whole.</summary>
    public static readonly Operation Update =
        TwilioOperation.Update(
            "UpdateServiceConversationParticipant",
            "update-existing-participant-conversation",
            "Updates a participant's role, address or read position; attributes are replaced whole.",
            Instance,
            Participant.TypeName,
            BudgetScope.Conversation,
            [
                TwilioParameters.Service, TwilioParameters.Conversation, Sid, TwilioParameters.WebhookEnabled,
                .. Fields,
                TwilioParameters.LastReadMessageIndex,
                TwilioParameters.LastReadTimestamp,
            ])
        with
        { Rules = [UserResource.IdentityIsNoSid] };

    /// <summary>Removes a participant. What was said stays.</summary>
    public static readonly Operation Delete = TwilioOperation.Delete(
        "DeleteServiceConversationParticipant",
        "remove-participant-conversation",
        "Removes a participant from a conversation for good; what they wrote stays.",
        Instance,
        BudgetScope.Conversation,
        TwilioParameters.Service,
        TwilioParameters.Conversation,
        Sid,
        TwilioParameters.WebhookEnabled);

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Create, Fetch, Update, Delete];

    /// <summary>Reads a participant.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static Participant Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new Participant
        {
            ConnectionName = origin.ConnectionName,
            ParticipantSid = fields.Identifier("sid"u8),
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            ConversationSid = fields.Identifier("conversation_sid"u8),
            RoleSid = fields.Text("role_sid"u8),
            Identity = fields.Text("identity"u8),
            MessagingBinding = ReadBinding(fields.Object("messaging_binding"u8)),
            AttributesJson = fields.Text("attributes"u8),
            DateCreated = fields.Date("date_created"u8),
            DateUpdated = fields.Date("date_updated"u8),
            LastReadMessageIndex = fields.Integer("last_read_message_index"u8),
            LastReadTimestamp = fields.Text("last_read_timestamp"u8),
            UrlText = fields.Text("url"u8),
            AdditionalProperties = fields.Rest(),
        };
    }

    internal static MessagingBinding? ReadBinding(ResourceFields? fields) => fields is null ? null : new MessagingBinding
    {
        Type = fields.Text("type"u8),
        Address = fields.Text("address"u8),
        ProxyAddress = fields.Text("proxy_address"u8),
        ProjectedAddress = fields.Text("projected_address"u8),
        AdditionalProperties = fields.RestOrNull(),
    };

    private static RequestArgumentException? SomebodyIsNamed(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        new[] { "Identity", Address, ProjectedAddress }.Any(name => values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value[0]))
            ? null
            : RequestArgumentException.About("Identity", $"nobody is named. Give this for a chat user, or {WireNames.Of(Address)} for SMS, WhatsApp and the like.");

    private static RequestArgumentException? IdentityOrAddress(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.ContainsKey("Identity") && values.ContainsKey(Address)
            ? RequestArgumentException.About("Identity", $"a participant chats or is reached at an address, not both. Give either this or {WireNames.Of(Address)}.")
            : null;

    private static RequestArgumentException? OneKindOfAddress(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.ContainsKey(Address) && values.ContainsKey(ProjectedAddress)
            ? RequestArgumentException.About(Address, $"a participant has an address of its own or one that stands for a chat user, not both. Give either this or {WireNames.Of(ProjectedAddress)}.")
            : null;
}
