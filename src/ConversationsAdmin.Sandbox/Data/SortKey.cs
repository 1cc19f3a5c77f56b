namespace ConversationsAdmin.Sandbox.Data;

/// <summary>Where an item stands in its list: by creation date, and by SID among those of the same second.</summary>
internal readonly record struct SortKey(DateTimeOffset Created, string Sid)
{
    /// <summary>The place of an item that stands by a number, whatever date was written on it.</summary>
    public static SortKey Numbered(int number) => new(new DateTimeOffset(number, TimeSpan.Zero), "");

    public static IComparer<SortKey> OldestFirst { get; } = Comparer<SortKey>.Create(static (left, right) =>
        left.Created.CompareTo(right.Created) is not 0 and var byDate ? byDate : string.CompareOrdinal(left.Sid, right.Sid));

    public static IComparer<SortKey> NewestFirst { get; } = Comparer<SortKey>.Create(static (left, right) =>
        right.Created.CompareTo(left.Created) is not 0 and var byDate ? byDate : string.CompareOrdinal(left.Sid, right.Sid));
}
