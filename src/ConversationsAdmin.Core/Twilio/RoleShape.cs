using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A role as Twilio answers it.</summary>
internal static class RoleShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.Text("sid"),
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Text("friendly_name"),
        TwilioField.Choice("type", RoleResource.Types),
        TwilioField.Texts("permissions"),
        TwilioField.DateCreated,
        TwilioField.DateUpdated,
        TwilioField.Url);
}
