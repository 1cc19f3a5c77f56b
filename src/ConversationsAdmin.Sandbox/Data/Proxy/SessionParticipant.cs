namespace ConversationsAdmin.Sandbox.Data.Proxy;

/// <summary>One of the two people of a session: the address they have, and the one that the other sees instead.</summary>
internal sealed record SessionParticipant(string Identifier, string ProxyIdentifier, string? FriendlyName);
