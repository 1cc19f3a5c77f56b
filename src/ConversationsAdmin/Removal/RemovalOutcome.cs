namespace ConversationsAdmin;

/// <summary>
/// How the removal of one target ended. It bears the target's identifiers and its resource type,
/// so that the outcomes that failed can be piped into the same command again.
/// </summary>
public sealed class RemovalOutcome
{
    /// <summary>The identifier, or the unique name, that was to be removed.</summary>
    public required string Target { get; init; }

    /// <summary>How it ended.</summary>
    public required RemovalStatus Status { get; init; }

    /// <summary>How many requests were sent for it, retries included.</summary>
    public int Attempts { get; init; }

    /// <summary>How long it took, with all waiting and retrying.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Why it failed or was skipped; null when it was removed.</summary>
    public string? Message { get; init; }

    /// <summary>The error, with the provider's code and request id; null unless it failed.</summary>
    public ProviderException? Error { get; init; }

    /// <summary>The type of the target, such as <c>ConvConversation</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The connection that was used.</summary>
    public required string ConnectionName { get; init; }

    /// <summary>The account that the target belonged to.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The service of the target, or the target itself.</summary>
    public string? ServiceSid { get; init; }

    /// <summary>The conversation of the target, or the target itself.</summary>
    public string? ConversationSid { get; init; }

    /// <summary>The participant, when that was the target.</summary>
    public string? ParticipantSid { get; init; }

    /// <summary>The message, when that was the target.</summary>
    public string? MessageSid { get; init; }

    /// <summary>The webhook, when that was the target.</summary>
    public string? WebhookSid { get; init; }

    /// <summary>The role, when that was the target.</summary>
    public string? RoleSid { get; init; }

    /// <summary>The user of the target, or the target itself.</summary>
    public string? UserSid { get; init; }

    /// <summary>The push binding, when that was the target.</summary>
    public string? BindingSid { get; init; }

    /// <summary>The Proxy service of the target.</summary>
    public string? ProxyServiceSid { get; init; }

    /// <summary>The session, when that was the target.</summary>
    public string? SessionSid { get; init; }

    /// <summary>The Sunshine app of the target.</summary>
    public string? AppId { get; init; }

    /// <summary>The Telnyx or Sunshine conversation, when that was the target.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The target and how it ended.</summary>
    public override string ToString() => $"{Target} {Status}";
}
