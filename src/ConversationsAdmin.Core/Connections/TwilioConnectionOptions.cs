using ConversationsAdmin.Core.Http;

namespace ConversationsAdmin.Core.Connections;

/// <summary>What a connection to Twilio is opened with.</summary>
public sealed record TwilioConnectionOptions
{
    /// <summary>The name that commands refer to it by.</summary>
    public required string Name { get; init; }

    /// <summary>Who signs in.</summary>
    public required TwilioCredential Credential { get; init; }

    /// <summary>The region; null for the default.</summary>
    public string? Region { get; init; }

    /// <summary>The edge; null for that of the region.</summary>
    public string? Edge { get; init; }

    /// <summary>The address of Conversations, in place of Twilio's own.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The address of Proxy, in place of Twilio's own.</summary>
    public Uri? ProxyBaseUri { get; init; }

    /// <summary>The service that commands use when none is given.</summary>
    public string? ServiceSid { get; init; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request is sent again.</summary>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>The sandbox's handler in place of the network; null for the network.</summary>
    public Func<HttpMessageHandler>? Handler { get; init; }

    /// <summary>The look into the sandbox; null for a real provider.</summary>
    public SandboxAccess? Sandbox { get; init; }
}
