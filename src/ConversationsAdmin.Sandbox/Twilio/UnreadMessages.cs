using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class UnreadMessages
{
    /// <summary>How many messages came after the last one that the participant has read; all of them, if none was read.</summary>
    public static int CountFor(Participant participant) =>
        participant.Conversation.Messages.Items.From(0).Count(message => message.Index > (participant.LastReadMessageIndex ?? -1));
}
