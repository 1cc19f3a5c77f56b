using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The configuration of a service as Twilio answers it.</summary>
internal static class ServiceConfigurationShape
{
    internal static readonly ObjectShape Resource = new(
        TwilioField.ServiceSid,
        TwilioField.Text("default_conversation_creator_role_sid"),
        TwilioField.Text("default_conversation_role_sid"),
        TwilioField.Text("default_chat_service_role_sid"),
        TwilioField.Boolean("reachability_enabled"),
        TwilioField.Url,
        TwilioField.Links);
}
