using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The User Conversation resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class UserConversationResource
{
    /// <summary>The documented notification levels.</summary>
    public static readonly ImmutableArray<string> NotificationLevels = ["default", "muted"];

    private const string Collection = "/v1/Services/{ChatServiceSid}/Users/{UserSid}/Conversations";
    private const string Instance = Collection + "/{ConversationSid}";

    private static readonly OperationParameter UserSid =
        new SidParameter("UserSid", In.Path, SidKind.User) { Required = true, Alternate = "identity" };

    private static readonly OperationParameter ConversationSid =
        new SidParameter("ConversationSid", In.Path, SidKind.Conversation) { Required = true, Alternate = "unique name" };

    /// <summary>Lists the conversations of a user.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListServiceUserConversation",
        "retrieve-list-all-user-conversations",
        "Lists the conversations of one user, with read positions and unread counts.",
        Collection,
        UserConversation.TypeName,
        maxPageSize: 50,
        TwilioParameters.Service,
        UserSid);

    /// <summary>Fetches a conversation of a user.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceUserConversation",
        "fetch-specific-user-conversation",
        "Fetches what one conversation is to one user: read position, unread count, notification level.",
        Instance,
        UserConversation.TypeName,
        TwilioParameters.Service,
        UserSid,
        ConversationSid);

    /// <summary>Updates what a conversation is to a user.</summary>
    public static readonly Operation Update = TwilioOperation.Update(
        "UpdateServiceUserConversation",
        "update-specific-user-conversation",
        "Updates a user's read position or notification level in one conversation.",
        Instance,
        UserConversation.TypeName,
        BudgetScope.None,
        TwilioParameters.Service,
        UserSid,
        ConversationSid,
        new ChoiceParameter("NotificationLevel", In.Body, NotificationLevels)
        {
            Description = "Whether the user is notified of the conversation: default, or muted.",
        },
        TwilioParameters.LastReadTimestamp,
        TwilioParameters.LastReadMessageIndex);

    /// <summary>Takes a user out of a conversation.</summary>
    public static readonly Operation Delete = TwilioOperation.Delete(
        "DeleteServiceUserConversation",
        "delete-specific-user-conversation",
        "Takes one user out of a conversation for good; the conversation stays for the others.",
        Instance,
        BudgetScope.None,
        TwilioParameters.Service,
        UserSid,
        ConversationSid);

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Fetch, Update, Delete];

    /// <summary>Reads a conversation of a user.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static UserConversation Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new UserConversation
        {
            ConnectionName = origin.ConnectionName,
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            ConversationSid = fields.Identifier("conversation_sid"u8),
            UnreadMessagesCount = fields.Integer("unread_messages_count"u8),
            LastReadMessageIndex = fields.Integer("last_read_message_index"u8),
            ParticipantSid = fields.Text("participant_sid"u8),
            UserSid = fields.Identifier("user_sid"u8),
            FriendlyName = fields.Text("friendly_name"u8),
            ConversationState = fields.Text("conversation_state"u8),
            Timers = ConversationResource.ReadTimers(fields.Object("timers"u8)),
            AttributesJson = fields.Text("attributes"u8),
            DateCreated = fields.Date("date_created"u8),
            DateUpdated = fields.Date("date_updated"u8),
            CreatedBy = fields.Text("created_by"u8),
            NotificationLevel = fields.Text("notification_level"u8),
            UniqueName = fields.Text("unique_name"u8),
            UrlText = fields.Text("url"u8),
            LinksJson = fields.Json("links"u8),
            AdditionalProperties = fields.Rest(),
        };
    }
}
