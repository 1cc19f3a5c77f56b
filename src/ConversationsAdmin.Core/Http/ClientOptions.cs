using RestSharp.Authenticators;

namespace ConversationsAdmin.Core.Http;

/// <summary>Where a connection's requests go, who sends them, and how patiently.</summary>
public sealed record ClientOptions
{
    /// <summary>How many requests are in progress at once on a connection that is told nothing else.</summary>
    public const int DefaultMaxConcurrency = 64;

    /// <summary>The address of each API that the connection reaches.</summary>
    public required IReadOnlyList<ApiAddress> Addresses { get; init; }

    /// <summary>Signs every request.</summary>
    public required IAuthenticator Authenticator { get; init; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most requests in progress at once on the connection.</summary>
    public int MaxConcurrency { get; init; } = DefaultMaxConcurrency;

    /// <summary>
    /// At most so many write actions a second in each scope that the provider counts for, 0 for any number;
    /// null for the provider's own pace, or where it publishes none, for one that is found by trying.
    /// </summary>
    public double? ActionsPerSecond { get; init; }

    /// <summary>How often a request is sent again.</summary>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>What answers in place of the network; null for the network.</summary>
    public Func<HttpMessageHandler>? Handler { get; init; }

    // A record would print everything.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append(nameof(Addresses)).Append(" = ").AppendJoin(", ", Addresses.Select(address => address.BaseUri));
        return true;
    }
}
