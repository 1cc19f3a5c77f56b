namespace ConversationsAdmin.Core.Archives;

/// <summary>What is archived of each conversation, and how fast.</summary>
public sealed record ArchiveOptions
{
    /// <summary>Whether the delivery receipts of messages are read too: a request more for each message that has some. Only Twilio Conversations has them.</summary>
    public bool IncludeReceipts { get; init; }

    /// <summary>How many requests of the archive may be in progress at once, whatever the number of conversations. The default is 10.</summary>
    public int MaxConcurrency { get; init; } = 10;
}
