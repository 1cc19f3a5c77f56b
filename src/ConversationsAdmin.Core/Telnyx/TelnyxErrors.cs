using System.Text.Json;
using ConversationsAdmin.Core.Errors;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>
/// Reads Telnyx's error bodies: those of the platform, <c>errors</c> with <c>code</c>, <c>title</c> and <c>detail</c>, and those of AI conversations,
/// whose <c>detail</c> is a text, or a list of what is wrong where.
/// </summary>
internal static class TelnyxErrors
{
    internal const string KeyAdvice = "Check the API key: it must be a key of API v2.";

    internal static ProviderError Read(JsonElement body, Operation operation, int status)
    {
        if (body.TryGetProperty("errors", out var errors) && errors is { ValueKind: JsonValueKind.Array } && errors.GetArrayLength() > 0)
        {
            return OfPlatform(errors);
        }

        return body.TryGetProperty("detail", out var detail) && Message(detail) is { } message
            ? new ProviderError { IsUnderstood = true, Message = message, Advice = Advice(operation, status, message) }
            : ProviderError.NotUnderstood;
    }

    /// <summary>Whether a 404 says only that nothing has this address, as any service of the kind does.</summary>
    internal static bool IsOfNoSuchPath(string? message) => "Not Found".Equals(message?.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static ProviderError OfPlatform(JsonElement errors)
    {
        var first = errors[0];
        var code = Text(first, "code");
        return new ProviderError
        {
            IsUnderstood = code is not null,
            Code = code,
            Message = string.Join(" ", errors.EnumerateArray().Select(Message).OfType<string>()),
            MoreInfo = first.TryGetProperty("meta", out var meta) && Uri.TryCreate(Text(meta, "url"), UriKind.Absolute, out var uri) ? uri : null,
            Advice = code switch
            {
                "10009" or "10004" => KeyAdvice,
                "10010" => "The key may not do this: use one of an organization that AI conversations are enabled for.",
                "10011" => "Send fewer requests: give a lower -ThrottleLimit, or connect with a lower -ActionsPerSecond.",
                "10027" => "Give another -IdempotencyKey, or none: this one was used for another request.",
                _ => null,
            },
        };
    }

    private static string? Message(JsonElement item)
    {
        switch (item.ValueKind)
        {
            case JsonValueKind.String:
                return item.GetString();
            case JsonValueKind.Array:
                return string.Join(" ", item.EnumerateArray().Select(Message).OfType<string>()) is { Length: > 0 } all ? all : null;
            case JsonValueKind.Object:
                var text = (Text(item, "detail") ?? Text(item, "msg") ?? Text(item, "title"))?.TrimEnd('.');
                var place = item.TryGetProperty("loc", out var loc) && loc.ValueKind == JsonValueKind.Array ? string.Join(".", loc.EnumerateArray())
                    : item.TryGetProperty("source", out var source) ? Text(source, "parameter") ?? Text(source, "pointer")
                    : null;
                return text is null ? null : place is null ? text + "." : $"{text} ({place}).";
            default:
                return null;
        }
    }

    private static string? Advice(Operation operation, int status, string message) => status switch
    {
        404 when IsOfNoSuchPath(message) => "Check the address of the connection (-BaseUri).",
        404 => "Check the conversation's id, and that the key is of its organization.",
        422 when operation == TelnyxConversationResource.List => "Look at what the provider says about the filter, and give it as Get-Help shows.",
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && (value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            ? value.ToString()
            : null;
}
