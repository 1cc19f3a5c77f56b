using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ParticipantJson
{
    public static void Write(Utf8JsonWriter json, Account account, Participant participant)
    {
        json.WriteStartObject();
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", participant.Conversation.Service.Sid);
        json.WriteString("conversation_sid", participant.Conversation.Sid);
        json.WriteString("sid", participant.Sid);
        json.WriteString("identity", participant.Identity);
        json.WriteString("attributes", participant.Attributes);
        WriteBinding(json, participant.Binding);
        json.WriteString("role_sid", participant.RoleSid);
        json.WriteString("date_created", TwilioDate.Text(participant.DateCreated));
        json.WriteString("date_updated", TwilioDate.Text(participant.DateUpdated));
        json.WriteString("url", AddressOf(account, participant));
        if (participant.LastReadMessageIndex is { } index)
            json.WriteNumber("last_read_message_index", index);
        else
            json.WriteNull("last_read_message_index");
        json.WriteString("last_read_timestamp", participant.LastReadTimestamp is { } read ? TwilioDate.Text(read) : null);
        json.WriteEndObject();
    }

    /// <summary>The links of whatever shows a conversation together with one of its participants.</summary>
    public static void WriteLinks(Utf8JsonWriter json, Account account, Participant participant)
    {
        json.WriteStartObject("links");
        json.WriteString("participant", AddressOf(account, participant));
        json.WriteString("conversation", ConversationJson.AddressOf(account, participant.Conversation));
        json.WriteEndObject();
    }

    private static string AddressOf(Account account, Participant participant) =>
        $"{ConversationJson.AddressOf(account, participant.Conversation)}/Participants/{participant.Sid}";

    private static void WriteBinding(Utf8JsonWriter json, MessagingBinding? binding)
    {
        if (binding is null)
        {
            json.WriteNull("messaging_binding");
            return;
        }
        json.WriteStartObject("messaging_binding");
        json.WriteString("type", binding.Type);
        if (binding.Address is { } address)
            json.WriteString("address", address);
        if (binding.ProxyAddress is { } proxy)
            json.WriteString("proxy_address", proxy);
        if (binding.ProjectedAddress is { } projected)
            json.WriteString("projected_address", projected);
        json.WriteEndObject();
    }
}
