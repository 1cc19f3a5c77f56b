namespace ConversationsAdmin.Core.Archives;

/// <summary>Checks the lines of one conversation against their end line, and then those of the next.</summary>
internal sealed class BlockCheck
{
    private readonly LineHash hash = new();
    private RowCounts counts = new();

    /// <summary>The conversation whose lines are read; null between two.</summary>
    internal string? Conversation { get; private set; }

    /// <exception cref="InvalidDataException">It is no line of this conversation.</exception>
    internal void Take(ReadOnlySpan<byte> line)
    {
        var (type, conversation) = ArchiveLines.ReadBeginning(line);
        if (conversation is null || !Enum.TryParse<ArchiveRowKind>(type, ignoreCase: true, out var kind))
        {
            throw new InvalidDataException($"a line of type {type ?? "unknown"} is none of an archive");
        }

        Conversation ??= conversation;
        if (Conversation != conversation)
        {
            throw new InvalidDataException($"a line of {conversation} stands among those of {Conversation}");
        }

        counts.Count(kind);
        hash.Add(line);
    }

    /// <summary>Demands what the end line says.</summary>
    /// <returns>What was counted.</returns>
    /// <exception cref="InvalidDataException">The lines before it are others.</exception>
    internal RowCounts End(ArchiveLines.End end)
    {
        var rows = counts;
        if (end is not { Missing: not null, ResourceType: not null } || end.Conversation != Conversation || end.Counts != rows.ToCounts() || end.Sha256 != hash.Take())
        {
            throw new InvalidDataException($"the lines of {Conversation ?? end.Conversation} are not those that were written");
        }

        (Conversation, counts) = (null, new RowCounts());
        return rows;
    }
}
