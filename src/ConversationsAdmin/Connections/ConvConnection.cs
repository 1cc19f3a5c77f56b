namespace ConversationsAdmin;

/// <summary>An open connection to a provider: who acts, and where. It never shows the secret.</summary>
public sealed class ConvConnection
{
    internal ConvConnection(IDisposable session) => Session = session;

    /// <summary>The name that commands refer to it by.</summary>
    public required string Name { get; init; }

    /// <summary>The provider.</summary>
    public required Provider Provider { get; init; }

    /// <summary>True while commands of this runspace that name no connection use this one.</summary>
    public bool IsDefault { get; internal set; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits. Twilio only.</summary>
    public string? AccountSid { get; init; }

    /// <summary>Who signs in: the account's SID, or that of an API key; for Sunshine the id of the key. Null where that is a secret or a token.</summary>
    public string? UserName { get; init; }

    /// <summary>The Conversations service that commands use when none is given.</summary>
    public string? ServiceSid { get; init; }

    /// <summary>The Proxy service that commands use when none is given.</summary>
    public string? ProxyServiceSid { get; init; }

    /// <summary>The Sunshine app that commands use when none is given.</summary>
    public string? AppId { get; init; }

    /// <summary>Where requests go; for Twilio those for Conversations.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>Where requests for Proxy sessions go; null where none may be sent, because only the address of Conversations was given.</summary>
    public Uri? ProxyBaseUri { get; init; }

    /// <summary>The most requests that are in progress at once, of everything that runs on the connection.</summary>
    public required int MaxConcurrency { get; init; }

    /// <summary>
    /// At most so many write actions a second go to each scope that the provider counts for: a service, a conversation; where it counts for none, all of the connection.
    /// 0 when they are sent as fast as they come; null where the provider publishes no number, so that the pace is found by trying.
    /// </summary>
    public double? ActionsPerSecond { get; init; }

    /// <summary>The embedded sandbox behind the connection; null for a real provider.</summary>
    public SandboxAccess? Sandbox { get; init; }

    /// <summary>True once the connection was disconnected, or another of its name took its place.</summary>
    internal bool IsClosed { get; private set; }

    internal IDisposable Session { get; }

    internal void Close()
    {
        IsClosed = true;
        Session.Dispose();
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
