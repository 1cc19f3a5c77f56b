namespace ConversationsAdmin.Core.Connections;

/// <summary>What a connection to Twilio is opened with.</summary>
public sealed record TwilioConnectionOptions : ConnectionOptions
{
    /// <summary>Who signs in.</summary>
    public required TwilioCredential Credential { get; init; }

    /// <summary>The region; null for the default.</summary>
    public string? Region { get; init; }

    /// <summary>The edge; null for that of the region.</summary>
    public string? Edge { get; init; }

    /// <summary>The address of Proxy, in place of Twilio's own.</summary>
    public Uri? ProxyBaseUri { get; init; }

    /// <summary>The Conversations service that commands use when none is given.</summary>
    public string? ServiceSid { get; init; }

    /// <summary>The Proxy service that commands use when none is given.</summary>
    public string? ProxyServiceSid { get; init; }
}
