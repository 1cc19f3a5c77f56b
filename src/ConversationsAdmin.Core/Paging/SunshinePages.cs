using System.Runtime.CompilerServices;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>Sunshine's pages: each says whether there are more, and after which record they begin, or before which they end.</summary>
internal static class SunshinePages
{
    private static readonly (string Parameter, string Field) Forwards = ("page[after]", "afterCursor");
    private static readonly (string Parameter, string Field) Backwards = ("page[before]", "beforeCursor");

    internal static async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        PageSource<T> source, OperationRequest first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var way = source.Operation.Paging!.Style == PagingStyle.CursorBackwards ? Backwards : Forwards;
        var cursorsSeen = new HashSet<string>(StringComparer.Ordinal);
        for (var request = first; request is not null;)
        {
            var (items, (hasMore, cursor)) = await source.GetAsync(
                request, root => (root.GetProperty(source.Operation.Envelope!), Next(root.GetProperty("meta"), way.Field)), cancellationToken).ConfigureAwait(false);
            if (hasMore && cursor is null)
            {
                throw source.Unexpected("it says that there are more, and not where");
            }

            if (hasMore && !cursorsSeen.Add(cursor!))
            {
                throw source.Unexpected("its next page is one that was read already, so the list would never end");
            }

            yield return items;
            request = hasMore ? request.WithChangedQuery((way.Parameter, cursor)) : null;
        }
    }

    private static (bool HasMore, string? Cursor) Next(JsonElement meta, string field) => (
        meta.GetProperty("hasMore").GetBoolean(),
        meta.TryGetProperty(field, out var cursor) && cursor.ValueKind == JsonValueKind.String ? cursor.GetString() : null);
}
