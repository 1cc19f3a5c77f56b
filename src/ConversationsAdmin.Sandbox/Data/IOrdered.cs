namespace ConversationsAdmin.Sandbox.Data;

/// <summary>Items in the order in which a list shows them.</summary>
internal interface IOrdered<out T>
    where T : class, IListed
{
    int Count { get; }

    /// <summary>The index of the item with this key, or of the first that comes after it.</summary>
    int IndexOf(SortKey key);

    /// <summary>The index of the first item that comes after this key, whether or not its own item is still there.</summary>
    int IndexAfter(SortKey key);

    IEnumerable<T> From(int index);

    /// <summary>The items before this index, the nearest first.</summary>
    IEnumerable<T> BackFrom(int index);
}
