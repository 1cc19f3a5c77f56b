namespace ConversationsAdmin.Sandbox.Data.Proxy;

/// <summary>The account's Proxy service and all that it remembers.</summary>
internal sealed class ProxyService(string sid, string accountSid)
{
    private readonly Dictionary<string, Session> bySid = [];
    private readonly Dictionary<string, Session> byUniqueName = [];

    public string Sid { get; } = sid;

    public string AccountSid { get; } = accountSid;

    public OrderedItems<Session> Sessions { get; } = new(SortKey.NewestFirst);

    public ActivePairs Pairs { get; } = new();

    public Session? BySid(string sid) => bySid.GetValueOrDefault(sid);

    public Session? ByUniqueName(string name) => byUniqueName.GetValueOrDefault(name);

    public void Add(Session session)
    {
        Register(session);
        Sessions.Add(session);
    }

    /// <summary>Makes a session known by its names and pairs, but leaves the list to a caller who fills it at once.</summary>
    public void Register(Session session)
    {
        bySid.Add(session.Sid, session);
        if (session.UniqueName is { } name)
            byUniqueName.Add(name, session);
        Pairs.Take(session);
    }

    public void Remove(Session session)
    {
        bySid.Remove(session.Sid);
        if (session.UniqueName is { } name)
            byUniqueName.Remove(name);
        Pairs.Free(session);
        Sessions.Remove(session);
    }
}
