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
        var cursorsSeen = new HashSet<string>(StringComparer.Ordinal);
        return new LinkedPages<T>(source, first, FindUnseen, mostRows).ReadAsync(cancellationToken);

        (JsonElement Rows, OperationRequest? Next) FindUnseen(JsonElement root, OperationRequest request)
        {
            var (rows, next) = Find(source, request, root);
            return next is null || cursorsSeen.Add(next.Value(WayOf(request).Parameter)!)
                ? (rows, next)
                : throw source.Unexpected("its next page is one that was read already, so the list would never end");
        }
    }

    /// <summary>Finds the rows in an answer, and the request of the next page; null when there is none.</summary>
    internal static (JsonElement Rows, OperationRequest? Next) Find<T>(PageSource<T> source, OperationRequest request, JsonElement root)
    {
        var (parameter, field) = WayOf(request);
        var rows = root.GetProperty(source.Operation.Envelope!);
        return Next(root.GetProperty("meta"), field) switch
        {
            (false, _) => (rows, null),
            (true, { } cursor) => (rows, request.WithChangedQuery((parameter, cursor))),
            _ => throw source.Unexpected("it says that there are more, and not where"),
        };
    }

    // Who asked for what lies before a record goes on backwards.
    private static (string Parameter, string Field) WayOf(OperationRequest request) =>
        request.Operation.Paging!.Style == PagingStyle.CursorBackwards || request.Value(Backwards.Parameter) is not null ? Backwards : Forwards;

    private static (bool HasMore, string? Cursor) Next(JsonElement meta, string field) => (
        meta.GetProperty("hasMore").GetBoolean(),
        meta.TryGetProperty(field, out var cursor) && cursor.ValueKind == JsonValueKind.String ? cursor.GetString() : null);
}
