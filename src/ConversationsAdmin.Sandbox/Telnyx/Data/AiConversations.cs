using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Telnyx.Data;

/// <summary>The conversations of the account, by id and by creation date. Callers hold its lock.</summary>
internal sealed class AiConversations
{
    // Any UUID sorts after the first of these and before the second, so each stands for a whole moment.
    private const string BeforeAllIds = "";
    private const string AfterAllIds = "~";

    private readonly ResourceSet<AiConversation> conversations = new();

    public AiConversations(IReadOnlyCollection<AiConversation> sample) => conversations.Fill(sample);

    public AiConversation? Find(string id) => conversations.Find(id);

    public void Add(AiConversation conversation) => conversations.Add(conversation);

    public void Remove(AiConversation conversation) => conversations.Remove(conversation);

    /// <summary>Those that were created in this range, the oldest first.</summary>
    public IEnumerable<AiConversation> Oldest(CreatedRange range)
    {
        var (first, end) = Indices(range);
        return conversations.Ordered.From(first).Take(end - first);
    }

    /// <summary>Those that were created in this range, the newest first.</summary>
    public IEnumerable<AiConversation> Newest(CreatedRange range)
    {
        var (first, end) = Indices(range);
        return conversations.Ordered.BackFrom(end).Take(end - first);
    }

    private (int First, int End) Indices(CreatedRange range)
    {
        var first = conversations.Ordered.IndexOf(new SortKey(range.From, BeforeAllIds));
        return (first, Math.Max(first, conversations.Ordered.IndexOf(new SortKey(range.To, AfterAllIds))));
    }
}
