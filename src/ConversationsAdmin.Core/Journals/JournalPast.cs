using System.Text.Json;

namespace ConversationsAdmin.Core.Journals;

/// <summary>What a journal says of earlier runs.</summary>
internal sealed class JournalPast
{
    private static readonly byte[] FirstBytes = [.. "{\""u8, .. System.Text.Encoding.ASCII.GetBytes(JournalHeader.SchemaName), .. "\":"u8];

    private readonly string path;
    private readonly JournalIdentity identity;
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> unfinished = new(StringComparer.Ordinal);

    internal JournalPast(string path, JournalIdentity identity)
    {
        this.path = path;
        this.identity = identity;
    }

    /// <summary>The first line; null when there is none yet.</summary>
    internal JournalHeader? Header { get; private set; }

    internal IReadOnlySet<string> Done => done;

    /// <summary>What was begun, or ended without anybody knowing how, and when first.</summary>
    internal IReadOnlyDictionary<string, DateTimeOffset> Unfinished => unfinished;

    /// <summary>Reads a journal from its beginning. What is no journal, or of something else, is refused before anything in it is changed.</summary>
    /// <returns>How many bytes of it are whole.</returns>
    internal long Read(Stream stream)
    {
        if (stream.Length == 0)
        {
            return 0;
        }

        var first = new byte[FirstBytes.Length];
        stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        if (!first.AsSpan().SequenceEqual(FirstBytes))
        {
            throw Unreadable("it is no journal of ConversationsAdmin, so it was left as it is. Give a file that does not exist yet.");
        }

        stream.Position = 0;
        return WholeLines.Read(stream, Take);
    }

    private void Take(int number, ReadOnlyMemory<byte> line)
    {
        try
        {
            if (number == 1)
            {
                Header = ReadHeader(line);
                JournalMismatch.Refuse(path, Header, identity);
            }
            else
            {
                Take(JsonSerializer.Deserialize(line.Span, JournalJson.Readable.JournalLine) ?? throw new JsonException("the line is null."));
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable(
                $"line {number} is damaged: {exception.Message} What it said may have been done. Restore the file from a copy; or, if you know what it said, take that line out.",
                exception);
        }
    }

    private JournalHeader ReadHeader(ReadOnlyMemory<byte> line)
    {
        // Before the rest, which a newer version may write in another form.
        using var document = JsonDocument.Parse(line);
        var schema = document.RootElement.GetProperty(JournalHeader.SchemaName).GetInt32();
        return schema <= JournalHeader.CurrentSchema
            ? document.Deserialize(JournalJson.Readable.JournalHeader)!
            : throw Unreadable($"a newer version wrote it (schema {schema}; this version reads up to {JournalHeader.CurrentSchema}). Update ConversationsAdmin, or give a file that does not exist yet.");
    }

    private void Take(JournalLine line)
    {
        if (line.Begun is { } begun)
        {
            Wait(begun, line.Time);
        }
        else if (line is { Ended: { } ended, Outcome: { } outcome })
        {
            End(ended, outcome, line.Time);
        }
        else
        {
            throw new JsonException("it says neither what was begun nor how something ended.");
        }
    }

    private void Wait(string key, DateTimeOffset time)
    {
        if (!done.Contains(key))
        {
            // The first time counts: a provider that knows repetitions knows them for so long from then on.
            unfinished.TryAdd(key, time);
        }
    }

    private void End(string key, string outcome, DateTimeOffset time)
    {
        if (outcome == JournalOutcome.Unknown)
        {
            Wait(key, time);
            return;
        }

        unfinished.Remove(key);
        if (JournalOutcome.IsDone(outcome))
        {
            done.Add(key);
        }
    }

    private RunFileException Unreadable(string problem, Exception? cause = null) =>
        new("JournalUnreadable", path, $"The journal {path} can't be used: {problem}", cause);
}
