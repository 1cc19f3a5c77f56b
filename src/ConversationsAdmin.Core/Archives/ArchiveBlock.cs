using System.Text;
using System.Text.Json;

namespace ConversationsAdmin.Core.Archives;

/// <summary>The lines of one conversation.</summary>
/// <param name="unit">Where they go.</param>
/// <param name="conversation">The conversation's identifier.</param>
internal sealed class ArchiveBlock(ArchiveUnit unit, string conversation)
{
    private readonly LineHash hash = new();
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private readonly DateTimeOffset begun = DateTimeOffset.UtcNow;
    private readonly string place = $"\"conversation\":{JsonSerializer.Serialize(conversation)},\"resource\":";

    internal RowCounts Counts { get; } = new();

    /// <summary>Where temporary files are made.</summary>
    internal string Folder => unit.Folder;

    /// <summary>Writes a resource.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="json">The provider's own JSON.</param>
    internal void Write(ArchiveRowKind kind, string json)
    {
        Counts.Count(kind);

        // Outside of its texts, where there can be none, line feeds say nothing; here each would end the line.
        var line = json.AsSpan().IndexOfAny('\r', '\n') < 0 ? json : json.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        Write(Encoding.UTF8.GetBytes($"{{\"type\":\"{NameOf(kind)}\",{place}{line}}}\n"));
    }

    /// <summary>Says of something that it can't be had.</summary>
    internal void Miss(string what) => missing.Add(what);

    /// <summary>Writes the end, which says that the block is whole.</summary>
    internal ArchivedConversation End(string resourceType, bool includesReceipts)
    {
        var archived = new ArchivedConversation
        {
            Target = conversation,
            ResourceType = resourceType,
            IncludesReceipts = includesReceipts,
            Counts = Counts.ToCounts(),
            Sha256 = hash.Take(),
            Missing = new TextList([.. missing]),
            Time = begun,
        };
        unit.Write(ArchiveLines.Write(ArchiveLines.EndOf(archived)));
        unit.End();
        return archived;
    }

    internal static string NameOf(ArchiveRowKind kind) => kind.ToString().ToLowerInvariant();

    private void Write(byte[] line)
    {
        hash.Add(line);
        unit.Write(line);
    }
}
