using ConversationsAdmin.Core.Files;

namespace ConversationsAdmin.Core.Archives;

/// <summary>Lines as they are.</summary>
internal sealed class PlainFormat : ArchiveFormat
{
    private const int ChunkSize = 1 << 16;

    private static readonly byte[] HeaderBeginning = ArchiveLines.Beginning(ArchiveLines.HeaderType);

    // A unit ends with one of these, and no line of a provider begins so.
    private static readonly byte[][] LastLineBeginnings =
        [HeaderBeginning, ArchiveLines.Beginning(ArchiveLines.EndType), ArchiveLines.Beginning(ArchiveLines.ManifestType)];

    private protected override ReadOnlySpan<byte> Beginning => HeaderBeginning;

    internal override Stream BeginUnit(SpillStream bytes) => bytes;

    internal override void EndUnit(SpillStream bytes, Stream lines)
    {
    }

    internal override Stream OpenLines(Stream file, long end) => new BoundedStream(file, end);

    internal override (long Begin, long End) FindLastUnit(Stream file)
    {
        var end = -1L;
        foreach (var lineFeed in LineFeedsBackwards(file))
        {
            if (end >= 0 && IsLastOfUnit(file, lineFeed + 1))
            {
                return (lineFeed + 1, end);
            }

            end = lineFeed + 1;
        }

        return end >= 0 && IsLastOfUnit(file, 0) ? (0, end) : (0, 0);
    }

    internal override void DemandTorn(Stream file, long end)
    {
        file.Position = end;
        var (lines, block) = (new LineReader(file), new BlockCheck());
        while (lines.TryRead(out var line) && line[^1] == (byte)'\n')
        {
            block.Take(line);
        }
    }

    private static bool IsLastOfUnit(Stream file, long lineBegin)
    {
        var longest = LastLineBeginnings.Max(beginning => beginning.Length);
        var line = new byte[(int)Math.Min(longest, file.Length - lineBegin)];
        file.Position = lineBegin;
        file.ReadExactly(line);
        return LastLineBeginnings.Any(beginning => line.AsSpan().StartsWith(beginning));
    }

    private static IEnumerable<long> LineFeedsBackwards(Stream file)
    {
        var chunk = new byte[ChunkSize];
        for (var chunkEnd = file.Length; chunkEnd > 0;)
        {
            var size = (int)Math.Min(ChunkSize, chunkEnd);
            chunkEnd -= size;
            file.Position = chunkEnd;
            file.ReadExactly(chunk, 0, size);
            for (var found = LastLineFeed(chunk, size); found >= 0; found = LastLineFeed(chunk, found))
            {
                yield return chunkEnd + found;
            }
        }
    }

    private static int LastLineFeed(byte[] chunk, int length) => Array.LastIndexOf(chunk, (byte)'\n', length - 1, length);
}
