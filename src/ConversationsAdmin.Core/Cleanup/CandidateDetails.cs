namespace ConversationsAdmin.Core.Cleanup;

/// <summary>What only further requests tell of a conversation. What was not asked for is null.</summary>
public sealed record CandidateDetails
{
    /// <summary>True when the newest message was asked for.</summary>
    public bool KnowsMessages { get; init; }

    /// <summary>The newest message; null when there is none.</summary>
    public NewestMessage? Newest { get; init; }

    /// <summary>Who takes part; null when that was not asked for, or nothing tells it.</summary>
    public IReadOnlyList<string>? Participants { get; init; }

    /// <summary>What shows a change, in a fixed order.</summary>
    public IEnumerable<string?> Watched =>
    [
        KnowsMessages ? Newest?.Mark ?? "none" : null,
        Participants is null ? null : string.Join('\n', Participants.Order(StringComparer.Ordinal)),
    ];
}
