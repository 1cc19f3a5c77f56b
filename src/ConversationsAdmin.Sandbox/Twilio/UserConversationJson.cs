using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>A conversation as one of its users sees it.</summary>
internal static class UserConversationJson
{
    public static void Write(Utf8JsonWriter json, Account account, User user, Participant participant)
    {
        var conversation = participant.Conversation;
        json.WriteStartObject();
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", conversation.Service.Sid);
        json.WriteString("conversation_sid", conversation.Sid);
        json.WriteNumber("unread_messages_count", UnreadMessages.CountFor(participant));
        if (participant.LastReadMessageIndex is { } index)
            json.WriteNumber("last_read_message_index", index);
        else
            json.WriteNull("last_read_message_index");
        json.WriteString("participant_sid", participant.Sid);
        json.WriteString("user_sid", user.Sid);
        json.WriteString("friendly_name", conversation.FriendlyName);
        json.WriteString("conversation_state", ConversationStates.NameOf(conversation.State));
        ConversationJson.WriteTimers(json, "timers", conversation);
        json.WriteString("attributes", conversation.Attributes);
        json.WriteString("date_created", TwilioDate.Text(conversation.DateCreated));
        json.WriteString("date_updated", TwilioDate.Text(conversation.DateUpdated));
        json.WriteNull("created_by");
        json.WriteString("notification_level", participant.Muted ? NotificationLevel.Muted : NotificationLevel.Default);
        json.WriteString("unique_name", conversation.UniqueName);
        json.WriteString("url", $"{UserJson.AddressOf(account, user)}/Conversations/{conversation.Sid}");
        ParticipantJson.WriteLinks(json, account, participant);
        json.WriteEndObject();
    }
}
