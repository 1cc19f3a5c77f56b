using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>What a conversation holds right after its creation.</summary>
internal static class NewContent
{
    public static SunshineContent Make(SunshineConversation conversation) =>
        new([], [.. conversation.Users.Select(user => new SunshineParticipant(ParticipantId.Of(conversation, user), user, LastRead: null))]);
}
