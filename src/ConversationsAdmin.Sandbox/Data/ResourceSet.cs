namespace ConversationsAdmin.Sandbox.Data;

/// <summary>Resources of one kind: by SID, and in the order of their list.</summary>
internal sealed class ResourceSet<T>
    where T : class, IListed
{
    private readonly Dictionary<string, T> bySid = [];

    public OrderedItems<T> Ordered { get; } = new(SortKey.OldestFirst);

    public T? Find(string sid) => bySid.GetValueOrDefault(sid);

    public void Add(T resource)
    {
        bySid.Add(resource.SortKey.Sid, resource);
        Ordered.Add(resource);
    }

    /// <summary>Fills an empty set at once with many resources.</summary>
    public void Fill(IReadOnlyCollection<T> resources)
    {
        foreach (var resource in resources)
            bySid.Add(resource.SortKey.Sid, resource);
        Ordered.Fill(resources);
    }

    public void Remove(T resource)
    {
        bySid.Remove(resource.SortKey.Sid);
        Ordered.Remove(resource);
    }
}
