namespace ConversationsAdmin.Sandbox.Data;

internal interface IListed
{
    SortKey SortKey { get; }
}
