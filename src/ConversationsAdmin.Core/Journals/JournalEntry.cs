using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Journals;

/// <summary>How one item ended. It holds no secret and no content.</summary>
/// <param name="Key">What the item is, as <see cref="JournalKey"/> says it.</param>
/// <param name="Outcome">How it ended: one of <see cref="JournalOutcome"/>.</param>
public sealed record JournalEntry(string Key, string Outcome)
{
    /// <summary>How many requests were sent for it, retries included; 0 when that is not known.</summary>
    public int Attempts { get; init; }

    /// <summary>The id of the error, such as <c>Twilio.20404</c>; null unless it failed.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Why it failed or was skipped; null when it is done.</summary>
    public string? Message { get; init; }

    /// <summary>The provider's identifier of the request that failed; null when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How a removal ended.</summary>
    /// <param name="key">The item.</param>
    /// <param name="outcome">The outcome.</param>
    public static JournalEntry Of(string key, RemovalOutcome outcome) => new(key, outcome.Status.ToString())
    {
        Attempts = outcome.Attempts,
        ErrorId = outcome.Error?.ErrorId,
        Message = outcome.Message,
        RequestId = (outcome.Error as ProviderResponseException)?.RequestId,
    };

    /// <summary>What was asked for with an operation, and not done, or perhaps was.</summary>
    /// <param name="key">The item.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="error">The error.</param>
    /// <returns><see cref="JournalOutcome.Unknown"/> where it may have been done and a repetition might do it twice; otherwise <see cref="JournalOutcome.Failed"/>.</returns>
    public static JournalEntry Of(string key, Operation operation, ProviderException error) =>
        new(key, !operation.Idempotent && ProviderFailure.MayHaveActed(operation, error) ? JournalOutcome.Unknown : JournalOutcome.Failed)
        {
            Attempts = error.Attempts,
            ErrorId = error.ErrorId,
            Message = error.Message,
            RequestId = (error as ProviderResponseException)?.RequestId,
        };
}
