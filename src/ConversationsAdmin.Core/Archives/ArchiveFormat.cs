using ConversationsAdmin.Core.Files;

namespace ConversationsAdmin.Core.Archives;

/// <summary>How lines lie in the file. They come in units, each appended at once: the header, all of a conversation, the manifest.</summary>
internal abstract class ArchiveFormat
{
    private const string PlainEnding = ".jsonl";
    private const string CompressedEnding = PlainEnding + ".gz";

    /// <summary>The format that a file's name says.</summary>
    /// <exception cref="RunFileException"><c>UnknownArchiveFormat</c>: it says none.</exception>
    internal static ArchiveFormat For(string path) =>
        path.EndsWith(PlainEnding, StringComparison.OrdinalIgnoreCase) ? new PlainFormat()
        : path.EndsWith(CompressedEnding, StringComparison.OrdinalIgnoreCase) ? new GzipFormat()
        : throw new RunFileException("UnknownArchiveFormat", path, $"{path} names no format of an archive. Give a name that ends in {PlainEnding}, or in {CompressedEnding} to have it compressed.");

    /// <summary>What the lines of a unit are written to.</summary>
    internal abstract Stream BeginUnit(SpillStream bytes);

    /// <summary>Makes the unit whole.</summary>
    internal abstract void EndUnit(SpillStream bytes, Stream lines);

    /// <summary>Whether a file begins as an archive does, or as the torn beginning of one.</summary>
    internal bool BeginsHere(Stream file)
    {
        var beginning = new byte[(int)Math.Min(Beginning.Length, file.Length)];
        file.Position = 0;
        file.ReadExactly(beginning);
        return Beginning.StartsWith(beginning);
    }

    /// <summary>Finds the last unit that was written to its end. What follows it is torn.</summary>
    /// <returns>Where it begins, which is exact for a header and a manifest only, and where it ends; 0 and 0 when there is none.</returns>
    /// <exception cref="InvalidDataException">The file is damaged before its end.</exception>
    internal abstract (long Begin, long End) FindLastUnit(Stream file);

    /// <summary>Demands of what follows the last unit that it is the beginning of another, as a kill leaves it.</summary>
    /// <exception cref="InvalidDataException">It is something else, and so the file is damaged.</exception>
    internal abstract void DemandTorn(Stream file, long end);

    /// <summary>The lines of a file, or of a unit, up to a place where a unit ends.</summary>
    internal abstract Stream OpenLines(Stream file, long end);

    /// <summary>How every file of the format begins.</summary>
    private protected abstract ReadOnlySpan<byte> Beginning { get; }
}
