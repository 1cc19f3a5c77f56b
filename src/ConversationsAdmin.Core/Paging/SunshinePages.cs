using System.Runtime.CompilerServices;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>Sunshine's pages: each says whether there are more, and after which record they begin.</summary>
internal static class SunshinePages
{
    private const string PageAfter = "page[after]";

    internal static async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        PageSource<T> source, OperationRequest first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursorsSeen = new HashSet<string>(StringComparer.Ordinal);
        for (var request = first; request is not null;)
        {
            var (items, (hasMore, cursor)) = await source.GetAsync(
                request, root => (root.GetProperty(source.Operation.Envelope!), Next(root.GetProperty("meta"))), cancellationToken).ConfigureAwait(false);
            if (hasMore && cursor is null)
            {
                throw source.Unexpected("it says that there are more, and not where");
            }

            if (hasMore && !cursorsSeen.Add(cursor!))
            {
                throw source.Unexpected("its next page is one that was read already, so the list would never end");
            }

            yield return items;
            request = hasMore ? request.WithChangedQuery((PageAfter, cursor)) : null;
        }
    }

    private static (bool HasMore, string? Cursor) Next(JsonElement meta) => (
        meta.GetProperty("hasMore").GetBoolean(),
        meta.TryGetProperty("afterCursor", out var cursor) && cursor.ValueKind == JsonValueKind.String ? cursor.GetString() : null);
}
