using ConversationsAdmin.Core.Http;

namespace ConversationsAdmin.Core.Connections;

/// <summary>What every connection is opened with.</summary>
public abstract record ConnectionOptions
{
    /// <summary>The name that commands refer to it by.</summary>
    public required string Name { get; init; }

    /// <summary>The address of the API, in place of the provider's own.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// At most so many write actions a second in each scope that the provider counts for (0.01 to 1,000), 0 for any number;
    /// null for the provider's own pace, or where it publishes none, for one that is found by trying.
    /// </summary>
    public double? ActionsPerSecond { get; init; }

    /// <summary>The most requests in progress at once on the connection, 1 to 64.</summary>
    public int MaxConcurrency { get; init; } = ClientOptions.DefaultMaxConcurrency;

    /// <summary>How often a request is sent again.</summary>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>The sandbox's handler in place of the network; null for the network.</summary>
    public Func<HttpMessageHandler>? Handler { get; init; }

    /// <summary>The look into the sandbox; null for a real provider.</summary>
    public SandboxAccess? Sandbox { get; init; }
}
