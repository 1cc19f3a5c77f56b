namespace ConversationsAdmin.Sandbox.Data;

internal sealed class Message : IListed
{
    public const string SystemAuthor = "system";

    public required string Sid { get; init; }

    public required Conversation Conversation { get; init; }

    public required int Index { get; init; }

    public required DateTimeOffset DateCreated { get; set; }

    /// <summary>Null until the message is edited.</summary>
    public DateTimeOffset? DateUpdated { get; set; }

    public string Author { get; private set; } = SystemAuthor;

    /// <summary>The participant who wrote it. It may have left since.</summary>
    public string? ParticipantSid { get; private set; }

    public string? Body { get; set; }

    public string? MediaSid { get; init; }

    public string? ContentSid { get; init; }

    public string Attributes { get; set; } = "{}";

    public OrderedItems<DeliveryReceipt> Receipts { get; } = new(SortKey.OldestFirst);

    public SortKey SortKey => SortKey.Numbered(Index);

    public void SignAs(string author)
    {
        Author = author;
        ParticipantSid = Conversation.Participants.From(0).FirstOrDefault(participant => participant.IsNamed(author))?.Sid;
    }

    /// <summary>Those to whom the message goes through another channel than chat.</summary>
    public IEnumerable<Participant> Recipients() => Conversation.Participants.From(0)
        .Where(participant => participant.Binding?.Address is not null && participant.Sid != ParticipantSid);
}
