namespace ConversationsAdmin;

/// <summary>How many resources of each type an archive, or its block of one conversation, holds.</summary>
public sealed record ArchiveCounts
{
    /// <summary>Conversations; sessions of Twilio Proxy count as such. One that was archived again counts again.</summary>
    public int Conversations { get; init; }

    /// <summary>Participants.</summary>
    public int Participants { get; init; }

    /// <summary>Messages.</summary>
    public int Messages { get; init; }

    /// <summary>Delivery receipts of messages, of Twilio Conversations.</summary>
    public int Receipts { get; init; }

    /// <summary>Webhooks of conversations, of Twilio Conversations.</summary>
    public int Webhooks { get; init; }

    /// <summary>Insights, of Telnyx.</summary>
    public int Insights { get; init; }

    /// <summary>Interactions, of Twilio Proxy.</summary>
    public int Interactions { get; init; }
}
