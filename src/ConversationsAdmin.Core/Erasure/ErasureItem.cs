namespace ConversationsAdmin.Core.Erasure;

/// <summary>What an erasure works on at once: a conversation, or what a service has of the person besides.</summary>
/// <param name="ServiceSid">The service.</param>
/// <param name="ConversationSid">The conversation; null for the user and what belongs to it.</param>
/// <param name="TakesPart">True when the person was found to take part in the conversation.</param>
public sealed record ErasureItem(string ServiceSid, string? ConversationSid, bool TakesPart)
{
    /// <summary>The identifier.</summary>
    public override string ToString() => ConversationSid ?? ServiceSid;
}
