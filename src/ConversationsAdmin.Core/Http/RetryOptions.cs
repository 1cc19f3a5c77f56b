namespace ConversationsAdmin.Core.Http;

/// <summary>How often, and how patiently, a request is sent again.</summary>
public sealed record RetryOptions
{
    /// <summary>How often a request is sent again after the provider refused it for being one too many (429).</summary>
    public int MaxThrottled { get; init; } = 16;

    /// <summary>How often a request is sent again after any other passing failure.</summary>
    public int MaxFailed { get; init; } = 4;

    /// <summary>The first wait; it doubles, with jitter, up to <see cref="MaxDelay"/>.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest wait of our own choosing.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait that a provider may ask for; when it asks for more, the request fails and says so.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);
}
