using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>Reads Twilio's error bodies: <c>code</c>, <c>message</c>, <c>more_info</c> and <c>status</c>.</summary>
internal static partial class TwilioErrorReader
{
    internal static ProviderResponseException Read(Operation operation, ProviderResponse response, int attempts, bool mayHaveActedBefore)
    {
        var (code, message, moreInfo) = Parse(response.Body);
        var blocking = code == TwilioAdvice.PairInUse ? BlockingConversation(message) : null;
        var advice = TwilioAdvice.For(code, response.StatusCode, response.RetryAfter, blocking);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Twilio refused {operation.Name} (status {response.StatusCode}{(code is null ? "" : $", code {code}")}): {message ?? "the answer says nothing more"}");
        return new ProviderResponseException(text)
        {
            Provider = operation.Provider,
            Operation = operation.Name,
            Attempts = attempts,
            Advice = advice,
            StatusCode = response.StatusCode,
            ErrorCode = code,
            ProviderMessage = message,
            RequestId = response.RequestId,
            MoreInfo = moreInfo,
            RetryAfter = response.RetryAfter,
            BlockingConversationSid = blocking,
            MayHaveActedBefore = mayHaveActedBefore,
        };
    }

    private static (string? Code, string? Message, Uri? MoreInfo) Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (Text(document.RootElement, "code"),
                   Text(document.RootElement, "message") ?? Text(document.RootElement, "detail"),
                   Uri.TryCreate(Text(document.RootElement, "more_info") ?? Text(document.RootElement, "type"), UriKind.Absolute, out var uri) ? uri : null)
                : default;
        }
        catch (JsonException)
        {
            // A proxy's error page, say: the status is all there is.
            return default;
        }
    }

    // The message is the only place where the provider names it.
    private static string? BlockingConversation(string? message) =>
        ConversationSid().Match(message ?? "") is { Success: true } match ? match.Value : null;

    [GeneratedRegex("CH[0-9a-fA-F]{32}")]
    private static partial Regex ConversationSid();

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && (value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            ? value.ToString()
            : null;
}
