namespace ConversationsAdmin.Sandbox.Data.Proxy;

/// <summary>One of the two people of a session: the address they have, and the one that the other sees instead.</summary>
internal sealed record SessionParticipant(string Identifier, string ProxyIdentifier, string? FriendlyName) : IListed
{
    public required string Sid { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public SortKey SortKey => new(DateCreated, Sid);
}
