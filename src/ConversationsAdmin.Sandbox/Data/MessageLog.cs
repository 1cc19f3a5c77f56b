namespace ConversationsAdmin.Sandbox.Data;

/// <summary>The messages of a conversation by their index, which counts up and is never given twice.</summary>
internal sealed class MessageLog
{
    private readonly Dictionary<string, Message> bySid = [];

    public OrderedItems<Message> Items { get; } = new(SortKey.OldestFirst);

    public int NextIndex { get; private set; }

    public int? LastIndex => NextIndex == 0 ? null : NextIndex - 1;

    public Message? Find(string sid) => bySid.GetValueOrDefault(sid);

    public void Add(Message message)
    {
        NextIndex = message.Index + 1;
        bySid.Add(message.Sid, message);
        Items.Add(message);
    }

    public void Remove(Message message)
    {
        bySid.Remove(message.Sid);
        Items.Remove(message);
    }
}
