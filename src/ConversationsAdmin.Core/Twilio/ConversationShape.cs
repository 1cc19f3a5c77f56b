using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A conversation as Twilio answers it.</summary>
internal static class ConversationShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Text("messaging_service_sid"),
        TwilioField.Text("sid"),
        TwilioField.Text("friendly_name"),
        TwilioField.Text("unique_name"),
        TwilioField.Attributes(),
        TwilioField.Choice("state", ConversationResource.States),
        TwilioField.DateCreated,
        TwilioField.DateUpdated,
        TwilioField.Timers(),
        TwilioField.Open("bindings"),
        TwilioField.Url,
        TwilioField.Links);
}
