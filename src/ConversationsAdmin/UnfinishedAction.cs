namespace ConversationsAdmin;

/// <summary>What becomes of an item that an earlier run of a journal began, of which nobody knows whether it was done, and that can't be repeated safely.</summary>
public enum UnfinishedAction
{
    /// <summary>It is not sent, and reported as an error.</summary>
    Report,

    /// <summary>It is sent again: a person looked, and it was not done.</summary>
    Repeat,

    /// <summary>It counts as done from now on: a person looked, and it was done.</summary>
    TakeAsDone,
}
