namespace ConversationsAdmin.Core.Paging;

/// <summary>How far the pages have come: the latest creation time, and the conversations of that time that were given.</summary>
internal sealed class KeysetPlace
{
    private readonly HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);

    internal DateTimeOffset Created { get; private set; } = DateTimeOffset.MinValue;

    internal string CreatedText { get; private set; } = "";

    /// <summary>The ids of the conversations of that time that were given.</summary>
    internal IReadOnlyCollection<string> Given => given;

    internal bool WasGiven<T>(KeysetRow<T> row) => row.Created == Created && given.Contains(row.Id);

    /// <summary>Takes the rows that were not given yet, and moves on to the last of them.</summary>
    internal List<T> TakeNew<T>(IReadOnlyList<KeysetRow<T>> page)
    {
        var items = new List<T>(page.Count);
        foreach (var row in page)
        {
            if (row.Created > Created)
            {
                (Created, CreatedText) = (row.Created, row.CreatedText);
                given.Clear();
            }

            if (given.Add(row.Id))
            {
                items.Add(row.Item);
            }
        }

        return items;
    }
}
