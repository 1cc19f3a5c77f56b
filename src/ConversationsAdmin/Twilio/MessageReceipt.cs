namespace ConversationsAdmin.Twilio;

/// <summary>What became of a message on its way to one participant outside the chat. Twilio documents it as the Message Receipt resource of Conversations v1.</summary>
public sealed class MessageReceipt() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvMessageReceipt";

    /// <summary>The receipt's identifier: <c>DY</c> and 32 hexadecimal digits.</summary>
    public required string ReceiptSid { get; init; }

    /// <summary>The message: <c>IM</c> and 32 hexadecimal digits.</summary>
    public required string MessageSid { get; init; }

    /// <summary>The conversation: <c>CH</c> and 32 hexadecimal digits.</summary>
    public required string ConversationSid { get; init; }

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The participant: <c>MB</c> and 32 hexadecimal digits.</summary>
    public string? ParticipantSid { get; init; }

    /// <summary>The channel's identifier of the message, such as <c>SM</c> and 32 hexadecimal digits.</summary>
    public string? ChannelMessageSid { get; init; }

    /// <summary><c>sent</c>, <c>delivered</c>, <c>read</c>, <c>failed</c>, <c>undelivered</c>, or what the provider adds later.</summary>
    public string? Status { get; init; }

    /// <summary>The provider's code of what went wrong; 0 or null when nothing did.</summary>
    public long? ErrorCode { get; init; }

    /// <summary>When the receipt was created, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the receipt was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>The provider's address of this receipt.</summary>
    public Uri? Url { get; init; }

    /// <summary>The identifier.</summary>
    public override string ToString() => ReceiptSid;
}
