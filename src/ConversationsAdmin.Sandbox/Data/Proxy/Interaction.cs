namespace ConversationsAdmin.Sandbox.Data.Proxy;

/// <summary>A message or a call of a session. What the account sends by itself has no inbound side.</summary>
internal sealed record Interaction : IListed
{
    public required string Sid { get; init; }

    public required bool IsCall { get; init; }

    /// <summary>An object of JSON with the body of a message or the duration of a call, or null without either.</summary>
    public string? Data { get; init; }

    public InteractionLeg? Inbound { get; init; }

    public required InteractionLeg Outbound { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public SortKey SortKey => new(DateCreated, Sid);

    public bool IsSentTo(SessionParticipant participant) => Inbound is null && Outbound.ParticipantSid == participant.Sid;
}
