namespace ConversationsAdmin.Core.Erasure;

/// <summary>How a step ended.</summary>
/// <param name="Status">How.</param>
/// <param name="Why">Why; null where nothing is to be said.</param>
/// <param name="Error">The error behind it; null unless it failed.</param>
/// <param name="Attempts">How many requests were sent for it.</param>
internal sealed record SentStep(ErasureStatus Status, string? Why, ProviderException? Error, int Attempts);
