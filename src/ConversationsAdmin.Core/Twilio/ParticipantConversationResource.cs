using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Participant Conversation resource of Twilio Conversations v1: its operation, and how its answers are read.</summary>
public static class ParticipantConversationResource
{
    /// <summary>Lists the conversations in which an identity or an address takes part.</summary>
    public static readonly Operation List =
        TwilioOperation.List(
            "ListServiceParticipantConversation",
            "retrieve-list-all-conversations-that",
            "Lists the conversations in which an identity or an address takes part; exactly one of the two is needed.",
            "/v1/Services/{ChatServiceSid}/ParticipantConversations",
            ParticipantConversation.TypeName,
            maxPageSize: 50,
            TwilioParameters.Service,
            new TextParameter("Identity", In.Query, TwilioParameters.MaxIdentityLength)
            {
                Description = "The chat user whose conversations are listed; give this or Address.",
            },
            new TextParameter("Address", In.Query, TwilioParameters.MaxAddressLength)
            {
                Description = "The phone number or address whose conversations are listed; give this or Identity.",
            })
        with
        { Rules = [OneOfIdentityAndAddress] };

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List];

    /// <summary>Reads a conversation of a participant.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static ParticipantConversation Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new ParticipantConversation
        {
            ConnectionName = origin.ConnectionName,
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            ParticipantSid = fields.Identifier("participant_sid"u8),
            UserSid = fields.Text("participant_user_sid"u8),
            ParticipantIdentity = fields.Text("participant_identity"u8),
            ParticipantMessagingBinding = ParticipantResource.ReadBinding(fields.Object("participant_messaging_binding"u8)),
            ConversationSid = fields.Identifier("conversation_sid"u8),
            ConversationUniqueName = fields.Text("conversation_unique_name"u8),
            ConversationFriendlyName = fields.Text("conversation_friendly_name"u8),
            ConversationAttributesJson = fields.Text("conversation_attributes"u8),
            ConversationDateCreated = fields.Date("conversation_date_created"u8),
            ConversationDateUpdated = fields.Date("conversation_date_updated"u8),
            ConversationCreatedBy = fields.Text("conversation_created_by"u8),
            ConversationState = fields.Text("conversation_state"u8),
            ConversationTimers = ConversationResource.ReadTimers(fields.Object("conversation_timers"u8)),
            LinksJson = fields.Json("links"u8),
            AdditionalProperties = fields.Rest(),
        };
    }

    private static RequestArgumentException? OneOfIdentityAndAddress(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var names = new[] { "Identity", "Address" }.Where(name => values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value[0])).ToArray();
        return names.Length == 1
            ? null
            : RequestArgumentException.About(
                "Identity",
                $"{(names.Length == 0 ? "neither this nor" : "both this and")} {WireNames.Of("Address")} {(names.Length == 0 ? "is" : "are")} given. Give exactly one, to say whose conversations are meant.");
    }
}
