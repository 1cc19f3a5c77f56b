namespace ConversationsAdmin.Core.Cleanup;

/// <summary>A later look found that an item is to be left alone, so its removal is not sent any more.</summary>
internal sealed class LeftAloneException(RemovalOutcome outcome) : Exception(outcome.Message)
{
    internal RemovalOutcome Outcome => outcome;
}
