namespace ConversationsAdmin.Sandbox.Data;

internal sealed class SunshineConversation
{
    private SunshineContent? content;

    public required string Id { get; init; }

    public required bool IsPersonal { get; init; }

    public required IReadOnlyList<SunshineUser> Users { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its last message came, or when it was created; an update does not count.</summary>
    public required DateTimeOffset LastUpdatedAt { get; set; }

    public DateTimeOffset? BusinessLastRead { get; init; }

    public SwitchboardIntegration? Active { get; init; }

    public SwitchboardIntegration? Pending { get; init; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? IconUrl { get; set; }

    /// <summary>An object of JSON.</summary>
    public string? Metadata { get; set; }

    /// <summary>Its place among all conversations of the app, in the order of their creation.</summary>
    public int Number { get; set; }

    public bool IsDefault { get; set; }

    /// <summary>Makes what the conversation holds, once somebody asks: for many conversations all of it would not fit.</summary>
    public required Func<SunshineConversation, SunshineContent> Begin { get; init; }

    public SunshineContent Content => content ??= Begin(this);

    public void Add(SunshineMessage message)
    {
        Content.Messages.Add(message);
        LastUpdatedAt = message.Received;
    }
}
