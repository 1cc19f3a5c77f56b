namespace ConversationsAdmin.Sandbox.Data.Proxy;

/// <summary>Which sessions use a pair of identifier and proxy identifier. An account may allow several at once.</summary>
internal sealed class ActivePairs
{
    private readonly Dictionary<(string Identifier, string ProxyIdentifier), List<Session>> holders = [];

    public void Take(Session session)
    {
        foreach (var participant in session.Participants)
        {
            var pair = (participant.Identifier, participant.ProxyIdentifier);
            if (!holders.TryGetValue(pair, out var sessions))
                holders[pair] = sessions = [];
            if (!sessions.Contains(session))
                sessions.Add(session);
        }
    }

    public void Free(Session session)
    {
        foreach (var participant in session.Participants)
            holders.GetValueOrDefault((participant.Identifier, participant.ProxyIdentifier))?.Remove(session);
    }

    /// <summary>The session in which this pair is active. Those that have ended since are forgotten: they come back when re-opened.</summary>
    public Session? HolderOf(string identifier, string proxyIdentifier, DateTimeOffset now)
    {
        if (!holders.TryGetValue((identifier, proxyIdentifier), out var sessions))
            return null;
        sessions.RemoveAll(session => !session.IsActive(now));
        return sessions.FirstOrDefault();
    }
}
