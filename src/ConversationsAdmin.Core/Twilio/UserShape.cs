using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A user as Twilio answers it.</summary>
internal static class UserShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.Text("sid"),
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Text("role_sid"),
        TwilioField.Text("identity"),
        TwilioField.Text("friendly_name"),
        TwilioField.Attributes(),
        TwilioField.Boolean("is_online"),
        TwilioField.Boolean("is_notifiable"),
        TwilioField.DateCreated,
        TwilioField.DateUpdated,
        TwilioField.Url,
        TwilioField.Links);
}
