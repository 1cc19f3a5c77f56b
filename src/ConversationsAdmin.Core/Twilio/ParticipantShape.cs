using System.Collections.Immutable;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A participant as Twilio answers it.</summary>
internal static class ParticipantShape
{
    /// <summary>How somebody is reached who has an address and no identity.</summary>
    internal static readonly ImmutableArray<ShapeField> Binding =
    [
        TwilioField.Text("type"),
        TwilioField.Text("address"),
        TwilioField.Text("proxy_address"),
        TwilioField.Text("projected_address"),
        TwilioField.Text("name"),
        TwilioField.Text("level"),
    ];

    internal static readonly ObjectShape Resource = new(
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Text("conversation_sid"),
        TwilioField.Text("sid"),
        TwilioField.Text("identity"),
        TwilioField.Attributes(),
        TwilioField.Object("messaging_binding", Binding),
        TwilioField.Text("role_sid"),
        TwilioField.DateCreated,
        TwilioField.DateUpdated,
        TwilioField.Url,
        TwilioField.Integer("last_read_message_index"),
        TwilioField.Text("last_read_timestamp"));
}
