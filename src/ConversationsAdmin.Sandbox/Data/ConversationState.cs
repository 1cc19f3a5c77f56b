namespace ConversationsAdmin.Sandbox.Data;

internal enum ConversationState
{
    Initializing,
    Active,
    Inactive,
    Closed,
}
