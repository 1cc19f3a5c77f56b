using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A session as Twilio Proxy answers it.</summary>
internal static class ProxySessionShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.Text("sid"),
        TwilioField.Text("service_sid"),
        TwilioField.AccountSid,
        TwilioField.Date("date_started"),
        TwilioField.Date("date_ended"),
        TwilioField.Date("date_last_interaction"),
        TwilioField.Date("date_expiry"),
        TwilioField.Text("unique_name"),
        TwilioField.Choice("status", ProxySessionResource.Statuses),
        TwilioField.Text("closed_reason"),
        new("ttl", ShapeType.Integer) { Description = "The seconds until the session ends, from its creation or its last interaction." },
        TwilioField.Choice("mode", ProxySessionResource.Modes),
        TwilioField.DateCreated,
        TwilioField.DateUpdated,
        TwilioField.Url,
        TwilioField.Links);
}
