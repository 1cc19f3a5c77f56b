namespace ConversationsAdmin.Core.Archives;

/// <summary>What a line of an archive holds. Its name in lower case is the line's type.</summary>
internal enum ArchiveRowKind
{
    /// <summary>The conversation itself, or the session.</summary>
    Conversation,

    /// <summary>One who takes part.</summary>
    Participant,

    /// <summary>A webhook of the conversation.</summary>
    Webhook,

    /// <summary>A message.</summary>
    Message,

    /// <summary>A delivery receipt of the message before it.</summary>
    Receipt,

    /// <summary>What the provider drew from the conversation.</summary>
    Insight,

    /// <summary>A message or a call of a session.</summary>
    Interaction,
}
