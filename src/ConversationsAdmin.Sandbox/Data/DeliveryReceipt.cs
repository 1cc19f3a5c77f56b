namespace ConversationsAdmin.Sandbox.Data;

/// <summary>How far a message got on its way to one participant who does not chat.</summary>
internal sealed class DeliveryReceipt : IListed
{
    public required string Sid { get; init; }

    public required string ParticipantSid { get; init; }

    /// <summary>The message's identifier on the channel that carried it.</summary>
    public required string ChannelMessageSid { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public DateTimeOffset? DateUpdated { get; init; }

    public DeliveryStatus Status { get; init; } = DeliveryStatus.Sent;

    public int ErrorCode { get; init; }

    public SortKey SortKey => new(DateCreated, Sid);

    public static string ChannelMessagePrefix(Participant recipient) => recipient.Binding?.Type == "whatsapp" ? "WA" : "SM";
}
