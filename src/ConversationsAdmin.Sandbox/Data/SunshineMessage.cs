namespace ConversationsAdmin.Sandbox.Data;

/// <summary>One message of a conversation of Sunshine. Author, content and metadata are objects of JSON.</summary>
internal sealed record SunshineMessage(string Id, DateTimeOffset Received, string Author, string Content)
{
    /// <summary>The user who wrote it; null for the business.</summary>
    public string? UserId { get; init; }

    public required string SourceType { get; init; }

    /// <summary>The integration that a user's message came through.</summary>
    public string? IntegrationId { get; init; }

    public string? Metadata { get; init; }
}
