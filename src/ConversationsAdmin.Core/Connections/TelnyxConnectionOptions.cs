namespace ConversationsAdmin.Core.Connections;

/// <summary>What a connection to Telnyx is opened with.</summary>
public sealed record TelnyxConnectionOptions : ConnectionOptions
{
    /// <summary>Who signs in.</summary>
    public required TelnyxCredential Credential { get; init; }
}
