namespace ConversationsAdmin;

/// <summary>What an archive holds of a conversation.</summary>
public sealed record ArchivedConversation
{
    /// <summary>The identifier of the conversation.</summary>
    public required string Target { get; init; }

    /// <summary>The type of the conversation, such as <c>ConvConversation</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>True when the archive holds all there was.</summary>
    public bool Complete => Missing.Count == 0;

    /// <summary>What could not be had, a sentence each.</summary>
    public required TextList Missing { get; init; }

    /// <summary>How many participants it had.</summary>
    public int Participants => Counts.Participants;

    /// <summary>How many messages it had.</summary>
    public int Messages => Counts.Messages;

    /// <summary>How many delivery receipts its messages had; 0 when they were not asked for.</summary>
    public int Receipts => Counts.Receipts;

    /// <summary>How many webhooks it had.</summary>
    public int Webhooks => Counts.Webhooks;

    /// <summary>How many insights it had.</summary>
    public int Insights => Counts.Insights;

    /// <summary>How many interactions it had.</summary>
    public int Interactions => Counts.Interactions;

    /// <summary>True when the delivery receipts of messages were asked for.</summary>
    public bool IncludesReceipts { get; init; }

    /// <summary>When reading it began. What changed later is not in the archive.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The SHA-256 of its lines, without the end line that says so; 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    internal ArchiveCounts Counts { get; init; } = new();
}
