namespace ConversationsAdmin.Twilio;

/// <summary>
/// A participant that holds a pair of address and proxy address, so that nobody with that pair can be added elsewhere (Twilio.50416),
/// with what tells whether its conversation is still needed. Remove-ConvParticipant takes it.
/// </summary>
public sealed class ParticipantBlocker() : Resource(Participant.TypeName)
{
    /// <summary>The participant: <c>MB</c> and 32 hexadecimal digits.</summary>
    public required string ParticipantSid { get; init; }

    /// <summary>The conversation that holds the pair: <c>CH</c> and 32 hexadecimal digits.</summary>
    public required string ConversationSid { get; init; }

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The participant's address.</summary>
    public required string Address { get; init; }

    /// <summary>Your address, through which the participant is reached.</summary>
    public required string ProxyAddress { get; init; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>initializing</c>, or what the provider adds later. A closed conversation holds no pair.</summary>
    public string? ConversationState { get; init; }

    /// <summary>The conversation's name that people read.</summary>
    public string? ConversationFriendlyName { get; init; }

    /// <summary>The conversation's name in the application.</summary>
    public string? ConversationUniqueName { get; init; }

    /// <summary>When the conversation was created, in UTC.</summary>
    public DateTimeOffset? ConversationDateCreated { get; init; }

    /// <summary>When the conversation was last updated, in UTC.</summary>
    public DateTimeOffset? ConversationDateUpdated { get; init; }

    /// <summary>The conversation and the participant.</summary>
    public override string ToString() => $"{ConversationSid} with {ParticipantSid}";
}
