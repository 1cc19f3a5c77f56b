using System.Text.Json;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Archives;

/// <summary>A list that belongs to a conversation, and so into its archive.</summary>
/// <param name="Kind">What its rows are.</param>
/// <param name="List">The operation that lists them.</param>
internal sealed record ArchivePart(ArchiveRowKind Kind, Operation List)
{
    /// <summary>What the list is asked for besides, by wire name.</summary>
    internal IReadOnlyList<KeyValuePair<string, object?>> Values { get; init; } = [];

    /// <summary>What can't be had although a row names it, as a sentence says it; null when the row is all there is.</summary>
    internal Func<JsonElement, string?> Lacks { get; init; } = static _ => null;

    /// <summary>The identifier of a row by which its receipts are listed; null when it can't have any.</summary>
    internal Func<JsonElement, string?> IdOfReceipts { get; init; } = static _ => null;
}
