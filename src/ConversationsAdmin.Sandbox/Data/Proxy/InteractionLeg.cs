namespace ConversationsAdmin.Sandbox.Data.Proxy;

/// <summary>One side of an interaction: a message or a call that came in from a participant or went out to one.</summary>
internal sealed record InteractionLeg(string ParticipantSid, string ResourceSid, string Status);
