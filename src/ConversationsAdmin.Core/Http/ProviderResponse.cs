using System.Text;
using System.Text.Json;
using ConversationsAdmin.Core.Pacing;

namespace ConversationsAdmin.Core.Http;

/// <summary>A provider's answer as it came.</summary>
public sealed record ProviderResponse : IDisposable
{
    /// <summary>The HTTP status.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The body; empty when there is none, and after <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Body => Content.Memory;

    /// <summary>The provider's identifier of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the provider asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What it says of how many more requests it takes; null when it says nothing.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>How many requests were sent until this answer, retries included.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>True when an earlier attempt ended without an answer, so that the provider may have acted on it already.</summary>
    public bool MayHaveActedBefore { get; init; }

    /// <summary>True for any status of 200 to 299.</summary>
    public bool IsSuccess => StatusCode is >= 200 and <= 299;

    /// <summary>
    /// True when the body is empty or JSON, as the provider's are. A page of whatever answers in its place is no proof that anything was done.
    /// </summary>
    public bool IsEmptyOrJson
    {
        get
        {
            try
            {
                var body = Encoding.UTF8.GetString(Body.Span).TrimStart('\uFEFF');
                if (!string.IsNullOrWhiteSpace(body))
                {
                    JsonDocument.Parse(body).Dispose();
                }

                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }

    internal BodyBuffer Content { get; init; } = BodyBuffer.Empty;

    /// <summary>Gives back the memory of the body. It costs no more than speed when nobody does.</summary>
    public void Dispose() => Content.Dispose();
}
