namespace ConversationsAdmin;

/// <summary>The provider answered, with an error.</summary>
public sealed class ProviderResponseException : ProviderException
{
    internal ProviderResponseException(string message)
        : base(message, innerException: null)
    {
    }

    /// <summary>The provider and its code, such as <c>Twilio.20404</c>; the HTTP status where the answer has no code.</summary>
    public override string ErrorId => $"{Provider}.{ErrorCode ?? StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>The HTTP status.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The provider's own error code, such as <c>20404</c>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The message in the provider's answer, unchanged.</summary>
    public string? ProviderMessage { get; init; }

    /// <summary>The provider's identifier of the request, to quote to its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The provider's page about the error.</summary>
    public Uri? MoreInfo { get; init; }

    /// <summary>How long the provider asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The conversation that holds the pair of address and proxy address, where the provider refuses a participant because of it (Twilio.50416);
    /// null otherwise, and when the provider does not name it.
    /// </summary>
    public string? BlockingConversationSid { get; init; }

    /// <summary>True when an earlier attempt of the same request ended without an answer, so that the provider may have acted on it.</summary>
    public bool MayHaveActedBefore { get; init; }

    /// <summary>True when the credentials were refused, so that every other request would fail too.</summary>
    public bool IsAuthenticationFailure => StatusCode == 401;

    /// <summary>
    /// True when the provider says that the resource, or something above it, does not exist. A 404 that is not in the form of the provider's errors is none:
    /// it may come from a proxy, or from a wrong address.
    /// </summary>
    public bool IsNotFound => StatusCode == 404 && IsInTermsOfProvider;

    /// <summary>True when the answer is in the form of the provider's errors.</summary>
    internal bool IsInTermsOfProvider { get; init; }
}
