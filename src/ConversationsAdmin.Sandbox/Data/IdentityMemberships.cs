namespace ConversationsAdmin.Sandbox.Data;

/// <summary>In which conversations of a service each chat identity takes part.</summary>
internal sealed class IdentityMemberships
{
    public const int Limit = 1000;
    private readonly Dictionary<string, HashSet<Conversation>> memberships = [];

    public bool IsFull(string identity, DateTimeOffset now)
    {
        if (!memberships.TryGetValue(identity, out var conversations) || conversations.Count < Limit)
            return false;
        // Closing a conversation gives its place back, and timers close without anyone asking.
        conversations.RemoveWhere(conversation => conversation.IsClosed(now));
        return conversations.Count >= Limit;
    }

    public void Join(Participant participant)
    {
        if (participant.Identity is not { } identity)
            return;
        if (!memberships.TryGetValue(identity, out var conversations))
            memberships[identity] = conversations = [];
        conversations.Add(participant.Conversation);
    }

    public void Leave(Participant participant)
    {
        if (participant.Identity is { } identity && memberships.TryGetValue(identity, out var conversations)
            && conversations.Remove(participant.Conversation) && conversations.Count == 0)
            memberships.Remove(identity);
    }
}
