namespace ConversationsAdmin;

/// <summary>What a clean-up would remove: found, fixed, and open to review. Making one changes nothing.</summary>
public sealed record CleanupPlan
{
    /// <summary>Tells the plan from others.</summary>
    public required string PlanId { get; init; }

    /// <summary>The type of what it is about, such as <c>ConvConversation</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>Whose data it is about.</summary>
    public required ConnectionIdentity Account { get; init; }

    /// <summary>The name of the connection that it was made through.</summary>
    public required string ConnectionName { get; init; }

    /// <summary>The service, or the app, that it is about; null for Telnyx.</summary>
    public string? Container { get; init; }

    /// <summary>The Sunshine users whose conversations were looked at, by the provider's ids.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>The Sunshine users whose conversations were looked at, by ids of one's own.</summary>
    public IReadOnlyList<string> UserExternalIds { get; init; } = [];

    /// <summary>When it was made, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What was looked for.</summary>
    public required CleanupCriteria Criteria { get; init; }

    /// <summary>True when it was made to close, so that it must not be carried out by removing.</summary>
    public bool Close { get; init; }

    /// <summary>How many conversations were looked at.</summary>
    public int Listed { get; init; }

    /// <summary>What would be removed.</summary>
    public required IReadOnlyList<CleanupPlanItem> Items { get; init; } = [];

    /// <summary>How many would be removed.</summary>
    public int ItemCount => Items.Count;

    /// <summary>The items counted by state and age, the youngest first.</summary>
    public IReadOnlyList<CleanupPlanCount> Counts => CleanupAge.Count(Items, CreatedAt);

    /// <summary>The file that it was written to, or read from; null when there is none.</summary>
    public string? Path { get; init; }

    /// <summary>What it is about, in short.</summary>
    public override string ToString() => $"{ItemCount:N0} {ResourceType} of {Account}";
}
