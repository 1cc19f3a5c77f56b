using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ParticipantConversationJson
{
    public static void Write(Utf8JsonWriter json, Account account, Participant participant)
    {
        var conversation = participant.Conversation;
        var user = participant.Identity is { } identity ? conversation.Service.Users.WithIdentity(identity) : null;
        json.WriteStartObject();
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", conversation.Service.Sid);
        json.WriteString("participant_sid", participant.Sid);
        json.WriteString("participant_user_sid", user?.Sid);
        json.WriteString("participant_identity", participant.Identity);
        WriteBinding(json, participant.Binding);
        json.WriteString("conversation_sid", conversation.Sid);
        json.WriteString("conversation_unique_name", conversation.UniqueName);
        json.WriteString("conversation_friendly_name", conversation.FriendlyName);
        json.WriteString("conversation_attributes", conversation.Attributes);
        json.WriteString("conversation_date_created", TwilioDate.Text(conversation.DateCreated));
        json.WriteString("conversation_date_updated", TwilioDate.Text(conversation.DateUpdated));
        json.WriteNull("conversation_created_by");
        json.WriteString("conversation_state", ConversationStates.NameOf(conversation.State));
        ConversationJson.WriteTimers(json, "conversation_timers", conversation);
        ParticipantJson.WriteLinks(json, account, participant);
        json.WriteEndObject();
    }

    // Here the documented shape names all six, where a participant's own binding leaves out what it does not have.
    private static void WriteBinding(Utf8JsonWriter json, MessagingBinding? binding)
    {
        if (binding is null)
        {
            json.WriteNull("participant_messaging_binding");
            return;
        }
        json.WriteStartObject("participant_messaging_binding");
        json.WriteString("address", binding.Address);
        json.WriteString("proxy_address", binding.ProxyAddress);
        json.WriteString("type", binding.Type);
        json.WriteNull("level");
        json.WriteNull("name");
        json.WriteString("projected_address", binding.ProjectedAddress);
        json.WriteEndObject();
    }
}
