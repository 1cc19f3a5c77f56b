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

    /// <summary>How many resources of each type there are.</summary>
    public required ArchiveCounts Counts { get; init; }

    /// <summary>True when the delivery receipts of messages were asked for.</summary>
    public bool IncludesReceipts { get; init; }

    /// <summary>When reading it began. What changed later is not in it.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The SHA-256 of its lines, without the end line that says so; 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
