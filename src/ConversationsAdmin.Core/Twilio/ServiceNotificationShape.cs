using System.Collections.Immutable;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The push notification settings of a service as Twilio answers them.</summary>
internal static class ServiceNotificationShape
{
    private static readonly ImmutableArray<ShapeField> Notification =
        [TwilioField.Boolean("enabled"), TwilioField.Text("template"), TwilioField.Text("sound")];

    internal static readonly ObjectShape Resource = new(
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Object(
            "new_message",
            [
                .. Notification,
                TwilioField.Boolean("badge_count_enabled"),
                TwilioField.Object("with_media", TwilioField.Boolean("enabled"), TwilioField.Text("template")),
            ]),
        TwilioField.Object("added_to_conversation", Notification),
        TwilioField.Object("removed_from_conversation", Notification),
        TwilioField.Boolean("log_enabled"),
        TwilioField.Url);
}
