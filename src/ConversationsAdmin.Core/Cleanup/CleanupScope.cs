namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Where a clean-up looks.</summary>
public sealed record CleanupScope
{
    /// <summary>The type of what it looks for, such as <c>ConvConversation</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The service, or the app; null for Telnyx.</summary>
    public string? Container { get; init; }

    /// <summary>The Sunshine users whose conversations are looked at, by the provider's ids.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>The Sunshine users whose conversations are looked at, by ids of one's own.</summary>
    public IReadOnlyList<string> UserExternalIds { get; init; } = [];
}
