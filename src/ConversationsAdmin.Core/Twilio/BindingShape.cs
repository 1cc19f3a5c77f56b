using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A push binding as Twilio answers it.</summary>
internal static class BindingShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.Text("sid"),
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Text("credential_sid"),
        TwilioField.DateCreated,
        TwilioField.DateUpdated,
        TwilioField.Text("endpoint") with { Description = "What the push technology knows the device by." },
        TwilioField.Text("identity"),
        TwilioField.Choice("binding_type", BindingResource.BindingTypes),
        TwilioField.Texts("message_types"),
        TwilioField.Url);
}
