namespace ConversationsAdmin.Sandbox.Data;

/// <summary>
/// A list that stays sorted. It is cut into blocks so that adding or removing one of 200,000 items moves a few hundred, not all.
/// </summary>
internal sealed class OrderedItems<T>(IComparer<SortKey> order) : IOrdered<T>
    where T : class, IListed
{
    private const int FullBlock = 1024;
    private readonly List<List<T>> blocks = new(1);

    public int Count { get; private set; }

    public void Add(T item)
    {
        Count++;
        if (blocks.Count == 0)
        {
            blocks.Add([item]);
            return;
        }
        var at = Math.Min(BlockFor(item.SortKey), blocks.Count - 1);
        var block = blocks[at];
        block.Insert(FirstNotBefore(block, item.SortKey), item);
        if (block.Count < FullBlock)
            return;
        blocks.Insert(at + 1, block.GetRange(FullBlock / 2, block.Count - (FullBlock / 2)));
        block.RemoveRange(FullBlock / 2, block.Count - (FullBlock / 2));
    }

    /// <summary>Fills an empty list at once with many items.</summary>
    public void Fill(IEnumerable<T> items)
    {
        var sorted = items.ToArray();
        Array.Sort(sorted, (left, right) => order.Compare(left.SortKey, right.SortKey));
        blocks.AddRange(sorted.Chunk(FullBlock / 2).Select(chunk => new List<T>(chunk)));
        Count = sorted.Length;
    }

    public void Remove(T item)
    {
        var at = BlockFor(item.SortKey);
        var block = blocks[at];
        block.RemoveAt(FirstNotBefore(block, item.SortKey));
        if (block.Count == 0)
            blocks.RemoveAt(at);
        Count--;
    }

    public int IndexOf(SortKey key)
    {
        var at = BlockFor(key);
        var index = 0;
        for (var before = 0; before < at; before++)
            index += blocks[before].Count;
        return at == blocks.Count ? index : index + FirstNotBefore(blocks[at], key);
    }

    public int IndexAfter(SortKey key)
    {
        var index = IndexOf(key);
        var next = From(index).FirstOrDefault();
        return next is not null && next.SortKey == key ? index + 1 : index;
    }

    public IEnumerable<T> From(int index)
    {
        foreach (var block in blocks)
        {
            for (var within = Math.Min(index, block.Count); within < block.Count; within++)
                yield return block[within];
            index = Math.Max(0, index - block.Count);
        }
    }

    public IEnumerable<T> BackFrom(int index)
    {
        var behind = Count - index;
        for (var at = blocks.Count - 1; at >= 0; at--)
        {
            var block = blocks[at];
            for (var within = block.Count - 1 - Math.Min(behind, block.Count); within >= 0; within--)
                yield return block[within];
            behind = Math.Max(0, behind - block.Count);
        }
    }

    private int BlockFor(SortKey key)
    {
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (order.Compare(blocks[middle][^1].SortKey, key) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private int FirstNotBefore(List<T> block, SortKey key)
    {
        var (low, high) = (0, block.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (order.Compare(block[middle].SortKey, key) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
