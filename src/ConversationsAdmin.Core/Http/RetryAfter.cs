using System.Net.Http.Headers;

namespace ConversationsAdmin.Core.Http;

/// <summary>The header <c>Retry-After</c>, in both of the forms that RFC 9110 (10.2.3) allows.</summary>
internal static class RetryAfter
{
    /// <summary>How long the header asks to wait; null when it is absent or says nothing that can be understood.</summary>
    internal static TimeSpan? Parse(string? header, DateTimeOffset now)
    {
        if (!RetryConditionHeaderValue.TryParse(header, out var value))
        {
            // More seconds than the parser's number holds: longer than anybody waits.
            return header?.Length > 0 && header.All(char.IsAsciiDigit) ? TimeSpan.MaxValue : null;
        }

        var wait = value.Delta ?? value.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
