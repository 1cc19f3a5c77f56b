using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A conversation of a user as Twilio answers it.</summary>
internal static class UserConversationShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Text("conversation_sid"),
        TwilioField.Integer("unread_messages_count"),
        TwilioField.Integer("last_read_message_index"),
        TwilioField.Text("participant_sid"),
        TwilioField.Text("user_sid"),
        TwilioField.Text("friendly_name"),
        TwilioField.Choice("conversation_state", "inactive", "active", "closed"),
        TwilioField.Timers(),
        TwilioField.Attributes(),
        TwilioField.DateCreated,
        TwilioField.DateUpdated,
        TwilioField.Text("created_by"),
        TwilioField.Choice("notification_level", UserConversationResource.NotificationLevels),
        TwilioField.Text("unique_name"),
        TwilioField.Url,
        TwilioField.Links);
}
