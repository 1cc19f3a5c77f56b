namespace ConversationsAdmin.Core.Cleanup;

/// <summary>The newest message of a conversation.</summary>
/// <param name="Mark">What tells it from others.</param>
/// <param name="Date">When it came.</param>
public sealed record NewestMessage(string Mark, DateTimeOffset? Date);
