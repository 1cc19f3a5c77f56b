namespace ConversationsAdmin.Sandbox.Data;

internal enum RoleType
{
    Conversation,
    Service,
}
