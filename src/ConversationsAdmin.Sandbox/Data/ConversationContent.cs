namespace ConversationsAdmin.Sandbox.Data;

/// <summary>What is below a conversation besides its participants.</summary>
internal sealed class ConversationContent
{
    public MessageLog Messages { get; } = new();

    public OrderedItems<ScopedWebhook> Webhooks { get; } = new(SortKey.OldestFirst);
}
