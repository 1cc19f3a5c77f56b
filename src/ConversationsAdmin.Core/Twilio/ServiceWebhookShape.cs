using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The webhooks of a service as Twilio answers them.</summary>
internal static class ServiceWebhookShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Address("pre_webhook_url"),
        TwilioField.Address("post_webhook_url"),
        TwilioField.Texts("filters"),
        TwilioField.Choice("method", ServiceWebhookResource.Methods),
        TwilioField.Url);
}
