namespace ConversationsAdmin;

/// <summary>A look into the embedded sandbox behind a connection: what was sent to it, and how much at once.</summary>
public sealed class SandboxAccess
{
    private readonly Func<IReadOnlyList<RecordedRequest>> requests;
    private readonly Func<int> maxConcurrent;
    private readonly Func<int> inFlight;
    private readonly Action clear;

    internal SandboxAccess(Func<IReadOnlyList<RecordedRequest>> requests, Func<int> maxConcurrent, Func<int> inFlight, Action clear)
    {
        this.requests = requests;
        this.maxConcurrent = maxConcurrent;
        this.inFlight = inFlight;
        this.clear = clear;
    }

    /// <summary>Every request since the connection was opened or <see cref="Clear"/> was called, in order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => requests();

    /// <summary>A user of the Sunshine sample data, whose conversations can be listed; null for other providers.</summary>
    public string? SampleUserId { get; init; }

    /// <summary>The same user by its external id; null for other providers.</summary>
    public string? SampleUserExternalId { get; init; }

    /// <summary>The most requests that were in progress at once.</summary>
    public int MaxConcurrent => maxConcurrent();

    /// <summary>The requests in progress now.</summary>
    public int InFlight => inFlight();

    /// <summary>Forgets the requests recorded so far.</summary>
    public void Clear() => clear();
}
