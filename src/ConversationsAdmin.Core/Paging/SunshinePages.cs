using System.Text.Json;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>Sunshine's pages: each says whether there are more, and after which record they begin, or before which they end.</summary>
internal static class SunshinePages
{
    private static readonly (string Parameter, string Field) Forwards = ("page[after]", "afterCursor");
    private static readonly (string Parameter, string Field) Backwards = ("page[before]", "beforeCursor");

    internal static IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(PageSource<T> source, OperationRequest first, long mostRows, CancellationToken cancellationToken)
    {
        var way = source.Operation.Paging!.Style == PagingStyle.CursorBackwards ? Backwards : Forwards;
        var cursorsSeen = new HashSet<string>(StringComparer.Ordinal);
        return new LinkedPages<T>(source, first, Find, mostRows).ReadAsync(cancellationToken);

        (JsonElement Rows, OperationRequest? Next) Find(JsonElement root, OperationRequest request)
        {
            var rows = root.GetProperty(source.Operation.Envelope!);
            var (hasMore, cursor) = Next(root.GetProperty("meta"), way.Field);
            if (!hasMore)
            {
                return (rows, null);
            }

            if (cursor is null)
            {
                throw source.Unexpected("it says that there are more, and not where");
            }

            return cursorsSeen.Add(cursor)
                ? (rows, request.WithChangedQuery((way.Parameter, cursor)))
                : throw source.Unexpected("its next page is one that was read already, so the list would never end");
        }
    }

    private static (bool HasMore, string? Cursor) Next(JsonElement meta, string field) => (
        meta.GetProperty("hasMore").GetBoolean(),
        meta.TryGetProperty(field, out var cursor) && cursor.ValueKind == JsonValueKind.String ? cursor.GetString() : null);
}
