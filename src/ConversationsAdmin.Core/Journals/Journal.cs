using ConversationsAdmin.Core.Files;

namespace ConversationsAdmin.Core.Journals;

/// <summary>
/// What a run has done, item by item, on the disk before anybody is told of it, so that the same run can go on after whatever ended it.
/// One process alone has it open. All but opening may be called by any thread.
/// </summary>
public sealed class Journal : IAsyncDisposable
{
    private readonly AppendOnlyFile file;
    private readonly JournalPast past;

    private Journal(AppendOnlyFile file, JournalPast past, Guid id)
    {
        this.file = file;
        this.past = past;
        Id = id;
    }

    /// <summary>Tells this journal from every other; the same in each of its runs.</summary>
    public Guid Id { get; }

    /// <summary>How many items ended well in earlier runs.</summary>
    public int DoneBefore => past.Done.Count;

    /// <summary>What was begun in an earlier run and has no end, or none that tells whether it was done.</summary>
    public IReadOnlyCollection<string> Unfinished => [.. past.Unfinished.Keys];

    /// <summary>Opens a journal: makes it, or goes on with one of the same identity.</summary>
    /// <param name="path">The file.</param>
    /// <param name="identity">What it is of.</param>
    /// <exception cref="RunFileException">
    /// <c>JournalUnreadable</c>: it is no journal, damaged, or written by a newer version. <c>OtherAccount</c>: it is of another provider, host or account.
    /// <c>OtherJournal</c>: it is of another command, service or subject. <c>FileInUse</c>: another run has it open.
    /// <c>FileNotWritable</c>: it can't be made or written. Whichever it is, the file is as it was.
    /// </exception>
    public static Journal Open(string path, JournalIdentity identity)
    {
        var past = new JournalPast(path, identity);
        var file = AppendOnlyFile.Open(path, past.Read);
        try
        {
            return new Journal(file, past, (past.Header ?? Begin(file, identity)).Id);
        }
        catch
        {
            file.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>Whether an item ended in an earlier run so that nothing is left to do for it.</summary>
    /// <param name="key">The item.</param>
    public bool IsDone(string key) => past.Done.Contains(key);

    /// <summary>When an item was first begun that has no end which tells whether it was done; null when it is no such item.</summary>
    /// <param name="key">The item.</param>
    public DateTimeOffset? UnfinishedSince(string key) => past.Unfinished.TryGetValue(key, out var time) ? time : null;

    /// <summary>The key by which a provider knows that an item of this journal is sent again: the same in each run.</summary>
    /// <param name="key">The item.</param>
    public string IdempotencyKeyOf(string key) => $"{Id:N}-{ContentHash.Of(key)}";

    /// <summary>Says that an item is begun, which what may not be repeated needs before it is sent.</summary>
    /// <param name="key">The item.</param>
    /// <returns>Ends when it is on the disk.</returns>
    /// <exception cref="RunFileException"><c>FileNotWritable</c>: it is not on the disk.</exception>
    public Task BeginAsync(string key) => file.AppendAsync(JournalJson.ToBytes(JournalLine.OfBegin(key)));

    /// <summary>Says how an item ended.</summary>
    /// <param name="entry">How it ended.</param>
    /// <returns>Ends when it is on the disk.</returns>
    /// <exception cref="RunFileException"><c>FileNotWritable</c>: it is not on the disk.</exception>
    public Task WriteAsync(JournalEntry entry) => file.AppendAsync(JournalJson.ToBytes(JournalLine.OfEnd(entry)));

    /// <summary>Waits until all is on the disk, and closes the file.</summary>
    public ValueTask DisposeAsync() => file.DisposeAsync();

    private static JournalHeader Begin(AppendOnlyFile file, JournalIdentity identity)
    {
        var header = JournalHeader.Of(identity);
        file.AppendAsync(JournalJson.ToBytes(header)).GetAwaiter().GetResult();
        return header;
    }
}
