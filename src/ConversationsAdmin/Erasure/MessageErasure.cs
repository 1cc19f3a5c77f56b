namespace ConversationsAdmin;

/// <summary>What becomes of the messages that a person wrote.</summary>
public enum MessageErasure
{
    /// <summary>They are removed.</summary>
    Remove,

    /// <summary>They stay, with another body and author and without attributes.</summary>
    Redact,
}
