namespace ConversationsAdmin.Sandbox.Data;

/// <summary>What is below a conversation of Sunshine: its messages, the oldest first, and its participants, the first one first.</summary>
internal sealed record SunshineContent(List<SunshineMessage> Messages, IReadOnlyList<SunshineParticipant> Participants)
{
    public int UnreadBy(SunshineParticipant participant) => Messages.Count(message =>
        message.UserId != participant.User.Id && !(message.Received <= participant.LastRead));
}
