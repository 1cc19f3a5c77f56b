using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Service Notification resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class ServiceNotificationResource
{
    private const string Path = "/v1/Services/{ChatServiceSid}/Configuration/Notifications";

    /// <summary>Fetches the push notification settings of a service.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceNotification",
        "fetch-push-notification-service-settings",
        "Fetches a service's push notification settings: what is pushed, with which text and sound.",
        Path,
        ServiceNotification.TypeName,
        TwilioParameters.Service);

    /// <summary>Updates the push notification settings of a service.</summary>
    public static readonly Operation Update = TwilioOperation.Update(
        "UpdateServiceNotification",
        "update-push-notification-service-settings",
        "Updates a service's push notification settings: what is pushed, with which text and sound.",
        Path,
        ServiceNotification.TypeName,
        BudgetScope.None,
        TwilioParameters.Service,
        new BooleanParameter("LogEnabled", In.Body) { Description = "Whether notifications are logged." },
        new BooleanParameter("NewMessage.Enabled", In.Body) { Description = "Whether a new message is notified; false at first." },
        new TextParameter("NewMessage.Template", In.Body)
        {
            Description = "The text that notifies of a new message, with placeholders such as ${CONVERSATION}.",
        },
        new TextParameter("NewMessage.Sound", In.Body) { Description = "The name of the sound that notifies of a new message." },
        new BooleanParameter("NewMessage.BadgeCountEnabled", In.Body)
        {
            Description = "Whether new messages are counted on the app's badge; false at first.",
        },
        new BooleanParameter("AddedToConversation.Enabled", In.Body)
        {
            Description = "Whether being added to a conversation is notified; false at first.",
        },
        new TextParameter("AddedToConversation.Template", In.Body)
        {
            Description = "The text that notifies of being added to a conversation, with placeholders such as ${CONVERSATION}.",
        },
        new TextParameter("AddedToConversation.Sound", In.Body)
        {
            Description = "The name of the sound that notifies of being added to a conversation.",
        },
        new BooleanParameter("RemovedFromConversation.Enabled", In.Body)
        {
            Description = "Whether being removed from a conversation is notified; false at first.",
        },
        new TextParameter("RemovedFromConversation.Template", In.Body)
        {
            Description = "The text that notifies of being removed from a conversation, with placeholders such as ${CONVERSATION}.",
        },
        new TextParameter("RemovedFromConversation.Sound", In.Body)
        {
            Description = "The name of the sound that notifies of being removed from a conversation.",
        },
        new BooleanParameter("NewMessage.WithMedia.Enabled", In.Body)
        {
            Description = "Whether a new message with media is notified; false at first.",
        },
        new TextParameter("NewMessage.WithMedia.Template", In.Body)
        {
            Description = "The text that notifies of a new message with media, with placeholders such as ${MEDIA_COUNT}.",
        });

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [Fetch, Update];

    /// <summary>Reads the push notification settings of a service.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static ServiceNotification Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new ServiceNotification
        {
            ConnectionName = origin.ConnectionName,
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            LogEnabled = fields.Boolean("log_enabled"u8),
            AddedToConversation = ReadNotification(fields.Object("added_to_conversation"u8)),
            NewMessage = ReadNewMessage(fields.Object("new_message"u8)),
            RemovedFromConversation = ReadNotification(fields.Object("removed_from_conversation"u8)),
            Url = fields.Address("url"u8),
            AdditionalProperties = fields.Rest(),
        };
    }

    private static NewMessageNotification? ReadNewMessage(ResourceFields? fields) => fields is null ? null : new NewMessageNotification
    {
        Enabled = fields.Boolean("enabled"u8),
        Template = fields.Text("template"u8),
        Sound = fields.Text("sound"u8),
        BadgeCountEnabled = fields.Boolean("badge_count_enabled"u8),
        WithMedia = ReadNotification(fields.Object("with_media"u8)),
        AdditionalProperties = fields.RestOrNull(),
    };

    private static Notification? ReadNotification(ResourceFields? fields) => fields is null ? null : new Notification
    {
        Enabled = fields.Boolean("enabled"u8),
        Template = fields.Text("template"u8),
        Sound = fields.Text("sound"u8),
        AdditionalProperties = fields.RestOrNull(),
    };
}
