namespace ConversationsAdmin;

/// <summary>What kind of thing an erasure touched, or found and left.</summary>
public enum ErasureKind
{
    /// <summary>A conversation: its names and attributes, or all of it where it could not be looked into.</summary>
    Conversation,

    /// <summary>A message.</summary>
    Message,

    /// <summary>A participant of a conversation.</summary>
    Participant,

    /// <summary>A push binding of the user.</summary>
    Binding,

    /// <summary>The user, with whom the user's view of the conversations goes.</summary>
    User,
}
