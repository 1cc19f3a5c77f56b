namespace ConversationsAdmin;

/// <summary>One conversation, or session, of a clean-up plan: which one it is, and how it was when the plan was made.</summary>
public sealed record CleanupPlanItem
{
    /// <summary>The type, such as <c>ConvConversation</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The identifier, whatever its kind.</summary>
    public required string Target { get; init; }

    /// <summary>The Conversations service; null for others.</summary>
    public string? ServiceSid { get; init; }

    /// <summary>The conversation of Twilio; null for others.</summary>
    public string? ConversationSid { get; init; }

    /// <summary>The Proxy service; null for others.</summary>
    public string? ProxyServiceSid { get; init; }

    /// <summary>The Proxy session; null for others.</summary>
    public string? SessionSid { get; init; }

    /// <summary>The Sunshine app; null for others.</summary>
    public string? AppId { get; init; }

    /// <summary>The conversation of Telnyx or Sunshine; null for others.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Its friendly name, or else its unique one.</summary>
    public string? Name { get; init; }

    /// <summary>Its state, or status; null where the provider has none.</summary>
    public string? State { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When it was last updated, in UTC; null where the provider does not say.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>When the last message came, in UTC; null when there is none, or when it was not asked for.</summary>
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>A hash of what would show that it was used or changed since.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The identifier.</summary>
    public override string ToString() => Target;
}
