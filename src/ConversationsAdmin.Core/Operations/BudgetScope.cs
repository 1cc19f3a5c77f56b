namespace ConversationsAdmin.Core.Operations;

/// <summary>What a provider's limit of actions per second is counted for.</summary>
public enum BudgetScope
{
    /// <summary>No limit of actions per second is documented.</summary>
    None,

    /// <summary>All writes of the kind in one service share it.</summary>
    Service,

    /// <summary>All writes of the kind in one conversation share it.</summary>
    Conversation,
}
