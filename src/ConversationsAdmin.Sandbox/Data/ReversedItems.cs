namespace ConversationsAdmin.Sandbox.Data;

/// <summary>The same items, the last one first.</summary>
internal sealed class ReversedItems<T>(OrderedItems<T> items) : IOrdered<T>
    where T : class, IListed
{
    public int Count => items.Count;

    public int IndexOf(SortKey key) => items.Count - items.IndexAfter(key);

    public int IndexAfter(SortKey key) => items.Count - items.IndexOf(key);

    public IEnumerable<T> From(int index) => items.BackFrom(items.Count - index);

    public IEnumerable<T> BackFrom(int index) => items.From(items.Count - index);
}
