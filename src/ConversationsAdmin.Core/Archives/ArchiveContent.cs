using System.Collections.Concurrent;
using ConversationsAdmin.Core.Files;

namespace ConversationsAdmin.Core.Archives;

/// <summary>What an archive holds: read from the file first, and then told as it grows.</summary>
internal sealed class ArchiveContent
{
    private readonly ConcurrentDictionary<string, ArchivedConversation> conversations = new(StringComparer.OrdinalIgnoreCase);
    private readonly LineHash hash = new();
    private readonly RowCounts counts = new();

    /// <summary>The first line; null when there is none yet.</summary>
    internal ArchiveLines.Header? Header { get; private set; }

    /// <summary>True when the last line is the manifest.</summary>
    internal bool IsFinished { get; private set; }

    internal ArchivedConversation? Find(string id) => conversations.GetValueOrDefault(id);

    /// <summary>Reads lines that were written to their end, and checks that they are what was written.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="demandOwn">Throws when the header is of another archive.</param>
    /// <exception cref="InvalidDataException">They are not.</exception>
    internal void Read(Stream lines, Action<ArchiveLines.Header> demandOwn)
    {
        var reader = new LineReader(lines);
        var block = new BlockCheck();
        for (var number = 1; reader.TryRead(out var line); number++)
        {
            try
            {
                Take(line, block, demandOwn);
            }
            catch (InvalidDataException exception)
            {
                throw new InvalidDataException($"line {number}: {exception.Message}", exception);
            }
        }

        if (block.Conversation is not null)
        {
            throw new InvalidDataException($"the lines of {block.Conversation} have no end");
        }
    }

    /// <summary>Counts lines into the hash of the whole, in the order in which they come to lie in the file.</summary>
    internal void Hash(Stream lines)
    {
        var buffer = new byte[1 << 16];
        for (var count = lines.Read(buffer); count > 0; count = lines.Read(buffer))
        {
            hash.Add(buffer.AsSpan(0, count));
        }
    }

    internal void Add(ArchivedConversation archived, RowCounts rows)
    {
        conversations[archived.Target] = archived;
        lock (counts)
        {
            counts.Add(rows);
        }
    }

    internal ArchiveManifest ToManifest(string path) => new()
    {
        Path = path,
        Conversations = conversations.Count,
        Counts = counts.ToCounts(),
        Complete = conversations.Values.All(archived => archived.Complete),
        Missing = new TextList(
        [
            .. from archived in conversations.Values
               from missing in archived.Missing
               group missing by missing into same
               orderby same.Key
               select $"{same.Key} ({same.Count()} {(same.Count() == 1 ? "conversation" : "conversations")})",
        ]),
        Sha256 = hash.Current(),
        Time = DateTimeOffset.UtcNow,
    };

    private void Take(ReadOnlySpan<byte> line, BlockCheck block, Action<ArchiveLines.Header> demandOwn)
    {
        if (IsFinished)
        {
            throw new InvalidDataException("it stands behind the manifest, which is the last line");
        }

        var (type, _) = ArchiveLines.ReadBeginning(line);
        if ((type == ArchiveLines.HeaderType) != Header is null || (block.Conversation is not null && type is ArchiveLines.ManifestType))
        {
            throw new InvalidDataException($"a line of type {type ?? "unknown"} has no place there");
        }

        switch (type)
        {
            case ArchiveLines.HeaderType:
                Header = ArchiveLines.Read<ArchiveLines.Header>(line);
                demandOwn(Header);
                break;
            case ArchiveLines.ManifestType:
                Demand(ArchiveLines.Read<ArchiveLines.Manifest>(line).Sha256 == hash.Current(), "the manifest has another hash than the lines before it");
                IsFinished = true;
                return;
            case ArchiveLines.EndType:
                var end = ArchiveLines.Read<ArchiveLines.End>(line);
                var rows = block.End(end);
                Add(ToArchived(end), rows);
                break;
            default:
                block.Take(line);
                break;
        }

        hash.Add(line);
    }

    private static ArchivedConversation ToArchived(ArchiveLines.End end) => new()
    {
        Target = end.Conversation,
        ResourceType = end.ResourceType,
        IncludesReceipts = end.IncludesReceipts,
        Counts = end.Counts,
        Missing = new TextList(end.Missing),
        Sha256 = end.Sha256,
        Time = end.Time,
    };

    private static void Demand(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
