using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A webhook of a conversation as Twilio answers it.</summary>
internal static class WebhookShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.Text("sid"),
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Text("conversation_sid"),
        TwilioField.Choice("target", WebhookResource.Targets) with { Nullable = true },
        TwilioField.Url,
        TwilioField.Object(
            "configuration",
            TwilioField.Address("url"),
            TwilioField.Choice("method", WebhookResource.Methods) with { Nullable = true },
            TwilioField.Texts("filters") with { Description = "The events that it is called for; the keywords, for a trigger." },
            TwilioField.Text("flow_sid")),
        TwilioField.DateCreated,
        TwilioField.DateUpdated);
}
