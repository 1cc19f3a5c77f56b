namespace ConversationsAdmin.Core.Connections;

/// <summary>What a connection to Sunshine Conversations is opened with.</summary>
public sealed record SunshineConnectionOptions : ConnectionOptions
{
    /// <summary>Who signs in.</summary>
    public required SunshineCredential Credential { get; init; }

    /// <summary>The app that commands use when none is given.</summary>
    public string? AppId { get; init; }
}
