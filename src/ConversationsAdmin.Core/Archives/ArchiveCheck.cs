namespace ConversationsAdmin.Core.Archives;

/// <summary>Looks at a file before anything is appended to it.</summary>
internal static class ArchiveCheck
{
    /// <summary>Reads an archive, checks it, and says where it is gone on with.</summary>
    /// <exception cref="RunFileException"><c>ArchiveUnreadable</c>, <c>OtherAccount</c> or <c>ArchiveDamaged</c>.</exception>
    internal static long FindEnd(string path, Stream file, ArchiveFormat format, ArchiveOwner owner, ArchiveContent content)
    {
        if (!format.BeginsHere(file))
        {
            throw Unreadable(path, "is no archive of this tool, or one in another format");
        }

        try
        {
            var (begin, end) = format.FindLastUnit(file);
            using (var lines = format.OpenLines(file, end))
            {
                content.Read(lines, header => DemandOwn(path, header, owner));
            }

            format.DemandTorn(file, end);
            return content.IsFinished ? begin : end;
        }
        catch (InvalidDataException exception)
        {
            throw new RunFileException("ArchiveDamaged", path, $"{path} is not what was written to it: {exception.Message}. Keep it for what it holds, and give another file.", exception);
        }
    }

    private static void DemandOwn(string path, ArchiveLines.Header header, ArchiveOwner owner)
    {
        if (header.SchemaVersion != ArchiveLines.SchemaVersion)
        {
            throw Unreadable(path, $"is an archive of version {header.SchemaVersion}, and this tool knows version {ArchiveLines.SchemaVersion}");
        }

        if (!owner.Is(header))
        {
            throw new RunFileException("OtherAccount", path, $"{path} is an archive of {header.Name}, and what is to be archived is of {owner}. Give another file.");
        }
    }

    private static RunFileException Unreadable(string path, string why) =>
        new("ArchiveUnreadable", path, $"{path} {why}. It was left as it is; give another file.");
}
