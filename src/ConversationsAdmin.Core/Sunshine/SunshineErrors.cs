using System.Text.Json;
using ConversationsAdmin.Core.Errors;

namespace ConversationsAdmin.Core.Sunshine;

/// <summary>Reads Sunshine's error bodies: <c>errors</c>, each with <c>code</c> and <c>title</c>.</summary>
internal static class SunshineErrors
{
    internal const string KeyAdvice = "Check the key's id and its secret, or the token; they must be a Conversations API key's, not a Zendesk API token's.";

    private const string BadRequest = "bad_request";

    internal static ProviderError Read(JsonElement body)
    {
        if (!body.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array || errors.GetArrayLength() == 0)
        {
            return ProviderError.NotUnderstood;
        }

        var code = Text(errors[0], "code");
        var message = string.Join(" ", errors.EnumerateArray().Select(error => Text(error, "title")?.TrimEnd('.') is { } title ? title + "." : null).OfType<string>());
        return new ProviderError { IsUnderstood = code is not null, Code = code, Message = message, Advice = Advice(code, message) };
    }

    private static string? Advice(string? code, string message) => code switch
    {
        BadRequest when message.Contains("is the default", StringComparison.Ordinal) =>
            "A user's default conversation can't be removed. Delete its messages alone (the provider's DeleteAllMessages), or the user with everything (DeleteUser).",
        "unauthorized" => KeyAdvice,
        "payment_required" => "The plan does not include this: Sunshine Conversations needs Suite Professional or above.",
        "forbidden" => "The key may not do this: use one of the app, or of the account.",
        "app_not_found" => "Check the app's id (-AppId), and that -BaseUri is the address of its account.",
        "user_not_found" => "Check the user's id or external id, and that the user belongs to this app.",
        "conversation_not_found" => "Check the conversation's id, and that it belongs to this app (Get-SunshineConversation -UserId lists a user's).",
        "conflict" => "Somebody else changed it at the same time: look at it, and try again.",
        "locked" => "A conversation holds at most 30,000 messages, and this one is full: make a new one.",
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
