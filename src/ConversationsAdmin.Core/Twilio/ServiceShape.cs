using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A service as Twilio answers it.</summary>
internal static class ServiceShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.AccountSid,
        TwilioField.Text("sid"),
        TwilioField.Text("friendly_name"),
        TwilioField.DateCreated,
        TwilioField.DateUpdated,
        TwilioField.Url,
        TwilioField.Links);
}
