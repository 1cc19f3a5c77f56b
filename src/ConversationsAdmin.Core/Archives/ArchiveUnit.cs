using ConversationsAdmin.Core.Files;

namespace ConversationsAdmin.Core.Archives;

/// <summary>Lines that are appended to an archive at once, collected in memory or, when they are many, in a private temporary file.</summary>
internal sealed class ArchiveUnit : IDisposable
{
    private readonly ArchiveFormat format;
    private readonly SpillStream bytes;
    private readonly Stream lines;

    /// <param name="format">How they lie in the file.</param>
    /// <param name="folder">Where a temporary file is made.</param>
    internal ArchiveUnit(ArchiveFormat format, string folder)
    {
        this.format = format;
        Folder = folder;
        bytes = new SpillStream(folder);
        lines = format.BeginUnit(bytes);
    }

    internal string Folder { get; }

    internal void Write(ReadOnlySpan<byte> line) => lines.Write(line);

    /// <summary>Says that it is whole.</summary>
    internal void End() => format.EndUnit(bytes, lines);

    /// <summary>Its lines.</summary>
    internal Stream OpenLines() => format.OpenLines(bytes, bytes.Length);

    /// <summary>Its bytes as they lie in the file, from the first.</summary>
    internal Stream OpenBytes()
    {
        bytes.Position = 0;
        return bytes;
    }

    public void Dispose()
    {
        lines.Dispose();
        bytes.Dispose();
    }
}
