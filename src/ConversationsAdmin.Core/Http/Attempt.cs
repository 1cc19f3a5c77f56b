using System.Net;

namespace ConversationsAdmin.Core.Http;

/// <summary>How one sending of a request ended.</summary>
internal sealed record Attempt
{
    internal required AttemptEnd End { get; init; }

    /// <summary>The answer; null unless <see cref="End"/> is <see cref="AttemptEnd.Answered"/>.</summary>
    internal ProviderResponse? Response { get; init; }

    /// <summary>What went wrong, when no answer came.</summary>
    internal Exception? Cause { get; init; }

    /// <summary>True when it was refused for its own scope's sake, which is paused already, so that nothing else needs to wait.</summary>
    internal bool IsOfScope { get; init; }

    /// <summary>How long the sending took, without the wait for its turn.</summary>
    internal TimeSpan Duration { get; init; }

    internal bool IsThrottled => Response?.StatusCode == (int)HttpStatusCode.TooManyRequests;

    /// <summary>True when the provider may have acted although it did not say so.</summary>
    internal bool MayHaveActed => End is AttemptEnd.TimedOut or AttemptEnd.ConnectionLost || Response?.StatusCode >= 500;

    /// <summary>True when the provider is still busy with the request, or did not get all of it, so that the same one may come again under its key.</summary>
    internal bool IsRepeatedTooEarly => Response is { } response && IsTooEarly(response.StatusCode);

    internal static bool IsTooEarly(int statusCode) => statusCode is 408 or 409;

    /// <summary>Whether sending the same request again could end better.</summary>
    internal bool IsPassing => IsThrottled || End is AttemptEnd.TimedOut or AttemptEnd.ConnectionLost or AttemptEnd.NeverSent
        || Response?.StatusCode is 500 or 502 or 503 or 504;
}

/// <summary>What became of one sending of a request.</summary>
internal enum AttemptEnd
{
    Answered,
    TimedOut,
    NeverSent,
    ConnectionLost,

    /// <summary>No connection was made, and none will be: the certificate is refused, say.</summary>
    Unreachable,
}
