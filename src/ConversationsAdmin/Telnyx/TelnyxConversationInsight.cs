namespace ConversationsAdmin.Telnyx;

/// <summary>What Telnyx drew from a conversation by the insights that are configured for it.</summary>
public sealed class TelnyxConversationInsight() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "TelnyxConversationInsight";

    /// <summary>The conversation, a UUID.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The identifier of what was drawn.</summary>
    public string? ConversationInsightId { get; init; }

    /// <summary><c>pending</c>, <c>in_progress</c>, <c>completed</c>, <c>failed</c>, or what the provider adds later.</summary>
    public string? Status { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The results, one for each insight.</summary>
    public required TelnyxInsightResultList Results { get; init; }

    /// <summary>The results.</summary>
    public override string ToString() => Results.ToString();
}
