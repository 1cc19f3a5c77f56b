namespace ConversationsAdmin.Sandbox.Data;

/// <summary>A user's place in one conversation of Sunshine.</summary>
internal sealed record SunshineParticipant(string Id, SunshineUser User, DateTimeOffset? LastRead)
{
    /// <summary>The user's client in the conversation; null when there is none.</summary>
    public string? ClientId { get; init; }
}
