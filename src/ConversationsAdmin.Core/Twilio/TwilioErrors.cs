using System.Text.Json;
using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Errors;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>Reads Twilio's error bodies: <c>code</c>, <c>message</c>, <c>more_info</c> and <c>status</c>.</summary>
internal static partial class TwilioErrors
{
    /// <summary>The code of an account that has too many requests in progress, whatever they are.</summary>
    internal const string TooManyAtOnce = "20429";

    internal static ProviderError Read(JsonElement body, int status)
    {
        var code = Text(body, "code");
        var message = Text(body, "message") ?? Text(body, "detail");
        var blocking = code == TwilioAdvice.PairInUse ? BlockingConversation(message) : null;
        return new ProviderError
        {
            IsUnderstood = code is not null,
            Code = code,
            Message = message,
            MoreInfo = Uri.TryCreate(Text(body, "more_info") ?? Text(body, "type"), UriKind.Absolute, out var uri) ? uri : null,
            Advice = TwilioAdvice.For(code, status, blocking),
            BlockingConversationSid = blocking,
        };
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
