using System.Buffers.Binary;
using System.IO.Compression;
using ConversationsAdmin.Core.Files;

namespace ConversationsAdmin.Core.Archives;

/// <summary>
/// Lines compressed by gzip, each unit as a member of its own (RFC 1952). A subfield CA of the member's header holds its length,
/// so that whole members are found without reading what they hold.
/// </summary>
internal sealed class GzipFormat : ArchiveFormat
{
    // What GZipStream writes before the compressed bytes, in whose place, and before it, the header with the length comes.
    private const int ShortHeaderLength = 10;
    private const int HeaderLength = 24;
    private const int LengthPlace = 16;

    // ID1, ID2, CM = deflate, FLG = FEXTRA, MTIME, XFL, OS = unknown, XLEN = 12, SI1 and SI2, LEN = 8.
    private static readonly byte[] FixedHeader = [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 12, 0, (byte)'C', (byte)'A', 8, 0];
    private static readonly byte[] ShortHeaderBeginning = [0x1F, 0x8B, 8, 0];

    private protected override ReadOnlySpan<byte> Beginning => FixedHeader;

    internal override Stream BeginUnit(SpillStream bytes)
    {
        bytes.Write(new byte[HeaderLength - ShortHeaderLength]);
        return new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true);
    }

    internal override void EndUnit(SpillStream bytes, Stream lines)
    {
        lines.Dispose();
        var header = new byte[HeaderLength];
        bytes.Position = HeaderLength - ShortHeaderLength;
        bytes.ReadExactly(header, 0, ShortHeaderLength);
        if (!header.AsSpan().StartsWith(ShortHeaderBeginning))
        {
            throw new InvalidOperationException("The gzip header is not the short one that is known here.");
        }

        FixedHeader.CopyTo(header, 0);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(LengthPlace), bytes.Length);
        bytes.Position = 0;
        bytes.Write(header);
    }

    internal override Stream OpenLines(Stream file, long end) => new GZipStream(new BoundedStream(file, end), CompressionMode.Decompress);

    internal override (long Begin, long End) FindLastUnit(Stream file)
    {
        var (last, place) = (0L, 0L);
        while (MemberLength(file, place) is { } length && length <= file.Length - place)
        {
            (last, place) = (place, place + length);
        }

        return (last, place);
    }

    internal override void DemandTorn(Stream file, long end)
    {
        var chunk = new byte[1 << 16];
        for (var place = end + 1; place + FixedHeader.Length <= file.Length;)
        {
            file.Position = place;
            var count = file.ReadAtLeast(chunk, FixedHeader.Length);
            if (chunk.AsSpan(0, count).IndexOf(FixedHeader) is var found && found >= 0)
            {
                throw new InvalidDataException($"the record at byte {end} seems to go on to the end, and another begins at byte {place + found}");
            }

            place += count - FixedHeader.Length + 1;
        }
    }

    // Null where nothing more is, or what a kill left of a header.
    private static long? MemberLength(Stream file, long place)
    {
        var header = new byte[(int)Math.Min(HeaderLength, file.Length - place)];
        file.Position = place;
        file.ReadExactly(header);
        var known = Math.Min(header.Length, FixedHeader.Length);
        if (!header.AsSpan(0, known).SequenceEqual(FixedHeader.AsSpan(0, known)))
        {
            throw new InvalidDataException($"at byte {place} no record of an archive begins");
        }

        return header.Length < HeaderLength ? null
            : BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(LengthPlace)) is var length && length > HeaderLength ? length
            : throw new InvalidDataException($"the record at byte {place} has no length");
    }
}
