using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class UnreadMessages
{
    /// <summary>How many messages the participant has not read: none, as long as conversations hold no messages.</summary>
    public static int CountFor(Participant participant) => 0;
}
