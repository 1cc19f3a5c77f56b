namespace ConversationsAdmin.Core.Http;

/// <summary>The run ended before the turn of a request came. It was never sent.</summary>
public sealed class NotBegunException() : OperationCanceledException("The run ended before its turn came.");
