using System.Globalization;
using System.Text.Json;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Core.Errors;

/// <summary>Turns a provider's refusal into an exception.</summary>
internal static class ErrorReader
{
    // To a request that came under a key, the answer while the first of them is still running.
    private const int StillRunning = 409;

    internal static ProviderResponseException Read(OperationRequest request, ProviderResponse response, int attempts, bool mayHaveActedBefore)
    {
        var operation = request.Operation;
        var mayHaveActed = mayHaveActedBefore || response.StatusCode >= 500;
        var error = Parse(operation, response);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{operation.Provider} {(response.StatusCode >= 500 ? "failed in" : "refused")} {operation.Title} (status {response.StatusCode}{(error.Code is null ? "" : $", code {error.Code}")}): {error.Message ?? "the answer says nothing more"}");
        var isUncertain = mayHaveActed && !operation.Idempotent;
        return new ProviderResponseException(isUncertain ? $"{text.TrimEnd('.')}.{Uncertainty.Of(operation)}" : text)
        {
            Provider = operation.Provider,
            Operation = operation.Name,
            Attempts = attempts,
            Advice = isUncertain || response.StatusCode == StillRunning
                ? Uncertainty.Advice(request) ?? (isUncertain ? null : Advice(operation.Provider, response, error.Advice))
                : Advice(operation.Provider, response, error.Advice),
            StatusCode = response.StatusCode,
            ErrorCode = error.Code,
            ProviderMessage = error.Message,
            RequestId = response.RequestId,
            MoreInfo = error.MoreInfo,
            RetryAfter = response.RetryAfter,
            BlockingConversationSid = error.BlockingConversationSid,
            MayHaveActedBefore = mayHaveActedBefore,
            IsInTermsOfProvider = error.IsUnderstood,
        };
    }

    /// <summary>The provider's code of a refusal; null when it has none.</summary>
    internal static string? CodeOf(Operation operation, ProviderResponse response) => Parse(operation, response).Code;

    private static ProviderError Parse(Operation operation, ProviderResponse response)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Body);
            return document.RootElement.ValueKind != JsonValueKind.Object ? ProviderError.NotUnderstood : operation.Provider switch
            {
                Provider.Telnyx => TelnyxErrors.Read(document.RootElement, operation, response.StatusCode),
                Provider.Sunshine => SunshineErrors.Read(document.RootElement),
                _ => TwilioErrors.Read(document.RootElement, response.StatusCode),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A proxy's error page, say: the status is all there is.
            return ProviderError.NotUnderstood;
        }
    }

    private static string? Advice(Provider provider, ProviderResponse response, string? ofError) => response switch
    {
        { RetryAfter: { } wait } => string.Create(CultureInfo.InvariantCulture, $"{provider} asks to wait {wait.TotalSeconds:0} s: try again then."),
        _ when ofError is not null => ofError,
        { StatusCode: 400 or 422 } => "Look at what the provider says, and give the parameter as Get-Help shows.",
        { StatusCode: 401 } => provider switch
        {
            Provider.Telnyx => TelnyxErrors.KeyAdvice,
            Provider.Sunshine => SunshineErrors.KeyAdvice,
            _ => "Check the account SID and the token, or the API key and its secret; a region other than US1 has credentials of its own.",
        },
        { StatusCode: 404 } => "Check the identifier, and that it belongs to what the connection signs in to.",
        { StatusCode: 429 } => "Send fewer requests: give a lower -ThrottleLimit, or connect with a lower -ActionsPerSecond.",
        { StatusCode: >= 500 } => "The fault is on the provider's side: try again later.",
        _ => null,
    };
}
