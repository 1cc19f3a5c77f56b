using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A conversation of a participant as Twilio answers it.</summary>
internal static class ParticipantConversationShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Text("participant_sid"),
        TwilioField.Text("participant_user_sid"),
        TwilioField.Text("participant_identity"),
        TwilioField.Object("participant_messaging_binding", ParticipantShape.Binding),
        TwilioField.Text("conversation_sid"),
        TwilioField.Text("conversation_unique_name"),
        TwilioField.Text("conversation_friendly_name"),
        TwilioField.Attributes("conversation_attributes"),
        TwilioField.Date("conversation_date_created"),
        TwilioField.Date("conversation_date_updated"),
        TwilioField.Text("conversation_created_by"),
        TwilioField.Choice("conversation_state", "inactive", "active", "closed"),
        TwilioField.Timers("conversation_timers"),
        TwilioField.Links);
}
