using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Http;

/// <summary>What is said of a request that may have acted although no answer tells so.</summary>
internal static class Uncertainty
{
    /// <summary>That it may have acted, behind what went wrong.</summary>
    internal static string Of(Operation operation) =>
        operation.ReadOnly ? ""
        : operation.Idempotent || operation.TakesIdempotencyKey ? " Whether it acted is not known."
        : " Whether it acted is not known: look before you repeat it, so that nothing is made twice.";

    /// <summary>How a creation can be repeated without making two; null where there is no way but to look.</summary>
    internal static string? Advice(OperationRequest request) => request.Value(IdempotencyKeyParameter.WireName) is { } key
        // A new command has a new key, and would make it once more.
        ? $"Run the command again with -IdempotencyKey {key}, and nothing is made twice."
        : null;
}
