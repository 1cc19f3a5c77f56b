using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>A conversation, or session, as a list or a fetch shows it, in terms that are the same for all providers.</summary>
public sealed record CleanupCandidate
{
    /// <summary>The identifier.</summary>
    public required string Identifier { get; init; }

    /// <summary>The identifiers on the way to it, with its own.</summary>
    public required ResourceAddress Address { get; init; }

    /// <summary>The account that it says it is of; null where the provider names none.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The service or app that it says it is of.</summary>
    public string? Container { get; init; }

    /// <summary>The names that it has, the first to be shown.</summary>
    public IReadOnlyList<string?> Names { get; init; } = [];

    /// <summary>Its state, or status; null where the provider has none.</summary>
    public string? State { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When it was last updated; null where the provider does not say.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>When the last message came, as far as the resource itself tells it.</summary>
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>Its attributes, or metadata.</summary>
    public string? AttributesJson { get; init; }

    /// <summary>Who takes part, where the resource itself tells it; null where nothing tells it.</summary>
    public IReadOnlyList<string>? Identities { get; init; }

    /// <summary>Why it can't be removed; null when it can.</summary>
    public string? Irremovable { get; init; }

    /// <summary>The fields that show a change, in a fixed order.</summary>
    public required IReadOnlyList<string?> Watched { get; init; }
}
