using System.Globalization;
using ConversationsAdmin.Core.Errors;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Http;

/// <summary>Says what went wrong with a request, and what to do about it.</summary>
public static class ProviderFailure
{
    /// <summary>The error of a request that was under way when its run ended.</summary>
    /// <param name="operation">The operation.</param>
    public static ProviderTimeoutException Unfinished(Operation operation) => new(
        $"The run ended before {operation.Provider} had answered {operation.Title}.{Uncertainty.Of(operation)}", innerException: null)
    {
        Provider = operation.Provider,
        Operation = operation.Name,
    };

    /// <summary>The error of a request whose turn had not come when its run ended.</summary>
    /// <param name="operation">The operation.</param>
    public static ProviderConnectionException NotSent(Operation operation) => new($"The run ended before {operation.Title} was sent", innerException: null)
    {
        Provider = operation.Provider,
        Operation = operation.Name,
        Attempts = 0,
        NeverSent = true,
        Advice = "Run the command again.",
    };

    /// <summary>True when the provider may have done what a request asked for, although its end does not say so.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="exception">How the request ended.</param>
    public static bool MayHaveActed(Operation operation, ProviderException exception) => exception switch
    {
        ProviderTimeoutException => true,
        ProviderConnectionException connection => !connection.NeverSent,
        UnexpectedResponseException unexpected => unexpected.MayHaveActed,
        ProviderResponseException response => response.MayHaveActedBefore || response.StatusCode >= 500
            || (operation.TakesIdempotencyKey && Attempt.IsTooEarly(response.StatusCode)),
        _ => true,
    };

    internal static string Describe(Attempt attempt) => attempt.End switch
    {
        AttemptEnd.TimedOut => "no answer in time",
        AttemptEnd.NeverSent => "no connection",
        AttemptEnd.Unreachable => "no secure connection",
        AttemptEnd.ConnectionLost => "the connection broke",
        _ => string.Create(CultureInfo.InvariantCulture, $"status {attempt.Response!.StatusCode}"),
    };

    internal static ProviderException ToException(OperationRequest request, Attempt attempt, int attempts, bool mayHaveActed, Uri baseUri)
    {
        var operation = request.Operation;
        var provider = operation.Provider;
        return attempt.End switch
        {
            AttemptEnd.TimedOut => new ProviderTimeoutException(
                $"{provider} did not answer {operation.Title} in time{Tried(attempts)}.{Uncertainty.Of(operation)}", attempt.Cause)
            {
                Provider = provider,
                Operation = operation.Name,
                Attempts = attempts,
                Advice = Uncertainty.Advice(request) ?? (operation.Idempotent ? "Try again later, or with fewer requests at once." : null),
            },
            AttemptEnd.NeverSent or AttemptEnd.Unreachable => new ProviderConnectionException(
                $"{baseUri.Host} could not be reached{Tried(attempts)}: {attempt.Cause?.Message}{(mayHaveActed ? "." + Uncertainty.Of(operation) : "")}", attempt.Cause)
            {
                Provider = provider,
                Operation = operation.Name,
                Attempts = attempts,
                NeverSent = !mayHaveActed,
                Advice = (mayHaveActed ? Uncertainty.Advice(request) : null) ?? "Check the network, a proxy on the way, and the address of the connection.",
            },
            AttemptEnd.ConnectionLost => new ProviderConnectionException(
                $"The connection to {baseUri.Host} broke before the answer to {operation.Title} was complete{Tried(attempts)}.{Uncertainty.Of(operation)}", attempt.Cause)
            {
                Provider = provider,
                Operation = operation.Name,
                Attempts = attempts,
                NeverSent = false,
                Advice = Uncertainty.Advice(request) ?? (operation.Idempotent ? "Run the same command again: what is done is not done twice." : null),
            },
            _ when attempt.Response!.StatusCode is >= 300 and <= 399 => new UnexpectedResponseException(
                $"{baseUri.Host} answered {operation.Title} with a redirect ({attempt.Response.StatusCode}), which is not followed, because it would take the credentials elsewhere.{(mayHaveActed ? Uncertainty.Of(operation) : "")}")
            {
                Provider = provider,
                Operation = operation.Name,
                Attempts = attempts,
                MayHaveActed = mayHaveActed,
                Advice = (mayHaveActed ? Uncertainty.Advice(request) : null) ?? "Connect with the address and the region that the provider documents.",
            },
            _ => ErrorReader.Read(request, attempt.Response!, attempts, mayHaveActed),
        };
    }

    private static string Tried(int attempts) => attempts > 1 ? $" ({attempts} attempts)" : "";
}
