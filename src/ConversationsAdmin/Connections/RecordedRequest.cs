namespace ConversationsAdmin;

/// <summary>A request that reached the sandbox.</summary>
public sealed class RecordedRequest
{
    /// <summary>Its place in the order of arrival, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it arrived, in UTC.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path as it was sent, still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The query as it was sent, without the question mark.</summary>
    public required string Query { get; init; }

    /// <summary>The body's media type; null when there was no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body as it was sent; null when there was none.</summary>
    public string? Body { get; init; }

    /// <summary>The headers; of <c>Authorization</c> only the scheme.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The HTTP status of the answer; null while it is in progress.</summary>
    public int? Status { get; init; }

    /// <summary>True when the caller went away before the answer.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Whether the request was carried out, whatever its caller heard of it.</summary>
    public bool Acted { get; init; }

    /// <summary>The fault that the sandbox was told to make of this request, such as <c>ResetAfterActing</c>; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>How many requests were in progress when it arrived, itself included.</summary>
    public int ConcurrentRequests { get; init; }

    /// <summary>Method, path and status on one line.</summary>
    public override string ToString() => $"{Method} {Path} {Status}";
}
