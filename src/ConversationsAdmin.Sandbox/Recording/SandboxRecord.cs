using ConversationsAdmin.Sandbox.Recording;

namespace ConversationsAdmin.Sandbox;

/// <summary>What the sandbox was asked, for tests that look at the wire.</summary>
public sealed class SandboxRecord
{
    private readonly object gate = new();
    private readonly List<RequestInProgress> requests = [];
    private int arrived;
    private int inFlight;
    private int maxConcurrent;

    internal SandboxRecord()
    {
    }

    /// <summary>
    /// Called with each request once its fate is decided, before the caller hears of it, and one after the other. What it throws ends the
    /// request.
    /// </summary>
    public Action<SandboxRequest>? Answered { get; set; }

    /// <summary>Whether requests are kept to be looked at; otherwise they are only counted.</summary>
    public bool Keeps { get; set; } = true;

    /// <summary>The requests so far, in order of arrival.</summary>
    public IReadOnlyList<SandboxRequest> Requests
    {
        get
        {
            lock (gate)
                return requests.ConvertAll(request => request.Snapshot());
        }
    }

    /// <summary>The most requests that were in progress at once since the record was cleared.</summary>
    public int MaxConcurrent
    {
        get
        {
            lock (gate)
                return maxConcurrent;
        }
    }

    /// <summary>How many requests are in progress now.</summary>
    public int InFlight
    {
        get
        {
            lock (gate)
                return inFlight;
        }
    }

    /// <summary>Forgets the requests; those in progress still count as in progress.</summary>
    public void Clear()
    {
        lock (gate)
        {
            requests.Clear();
            arrived = 0;
            maxConcurrent = inFlight;
        }
    }

    internal RequestInProgress Begin(HttpRequestMessage request, DateTimeOffset received)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        var headers = RecordedHeaders.From(request);
        lock (gate)
        {
            inFlight++;
            maxConcurrent = Math.Max(maxConcurrent, inFlight);
            var begun = new RequestInProgress(new SandboxRequest
            {
                Number = ++arrived,
                Received = received,
                Method = request.Method.Method,
                Path = uri.AbsolutePath,
                Query = uri.Query.TrimStart('?'),
                ContentType = headers.GetValueOrDefault("Content-Type"),
                Headers = headers,
                ConcurrentRequests = inFlight,
            });
            if (Keeps)
                requests.Add(begun);
            return begun;
        }
    }

    internal void Received(RequestInProgress request, string? body)
    {
        lock (gate)
            request.Body = body;
    }

    internal void End(RequestInProgress request)
    {
        lock (gate)
        {
            inFlight--;
            request.Ended = true;
            Answered?.Invoke(request.Snapshot());
        }
    }
}
