using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A receipt of a message as Twilio answers it.</summary>
internal static class MessageReceiptShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Text("conversation_sid"),
        TwilioField.Text("message_sid"),
        TwilioField.Text("sid"),
        TwilioField.Text("channel_message_sid") with { Description = "The SID of the message on its channel, such as an SMS." },
        TwilioField.Text("participant_sid"),
        TwilioField.Choice("status", "read", "failed", "delivered", "undelivered", "sent"),
        new("error_code", ShapeType.Integer) { Description = "Why it failed; 0 when it did not." },
        TwilioField.DateCreated,
        TwilioField.DateUpdated,
        TwilioField.Url);
}
