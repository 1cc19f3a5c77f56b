using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Archives;

/// <summary>What the archive of a type of conversation consists of.</summary>
/// <param name="Kind">The kind of its identifier.</param>
/// <param name="Container">The kind of what it lies in; null when that is the account alone.</param>
/// <param name="Fetch">Fetches the conversation itself.</param>
/// <param name="Parts">The lists that belong to it, in the order of their lines.</param>
internal sealed record ArchivedResource(IdentifierKind Kind, IdentifierKind? Container, Operation Fetch, params IReadOnlyList<ArchivePart> Parts)
{
    /// <summary>Lists the delivery receipts of a message; null when the provider has none.</summary>
    internal Operation? ListReceipts { get; init; }
}
