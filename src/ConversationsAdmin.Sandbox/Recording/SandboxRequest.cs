namespace ConversationsAdmin.Sandbox;

/// <summary>One request as the sandbox received it.</summary>
public sealed record SandboxRequest
{
    /// <summary>The place in the order of arrival since the record was cleared, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it came, by the real clock.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path as received, still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The query as received, still escaped and without the question mark.</summary>
    public required string Query { get; init; }

    /// <summary>The Content-Type header.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body as text; null when there is none.</summary>
    public string? Body { get; init; }

    /// <summary>The headers; of Authorization only the scheme is kept.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>
    /// The status of the answer, also of one that did not reach the caller; null while in progress, and when the connection was reset
    /// before the request acted.
    /// </summary>
    public int? Status { get; init; }

    /// <summary>Whether the request was carried out, whatever its caller heard of it. What is refused or not found was not.</summary>
    public bool Acted => Status is >= 200 and < 300;

    /// <summary>The fault that the sandbox made of this request; null for none.</summary>
    public SandboxFault? Fault { get; init; }

    /// <summary>Whether the caller went away before the answer, although the request may have acted.</summary>
    public bool Cancelled { get; init; }

    /// <summary>How many requests were in progress when it came, itself included.</summary>
    public int ConcurrentRequests { get; init; }
}
