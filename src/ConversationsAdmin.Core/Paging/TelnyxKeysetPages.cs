using System.Globalization;
using System.Runtime.CompilerServices;
using ConversationsAdmin.Core.Operations;
using static ConversationsAdmin.Core.Telnyx.TelnyxConversationResource;

namespace ConversationsAdmin.Core.Paging;

/// <summary>
/// Telnyx's conversations. The provider documents no cursor, so a page begins with the creation time that the one before it ended with,
/// and what comes again is left out. A page may be short because the provider gives fewer than were asked for, so only one with nothing new is the end.
/// Every row is checked against what was asked, because the provider is known to ignore filters.
/// </summary>
internal static class TelnyxKeysetPages
{
    // Beyond that, conversations of one creation time are read by their ids.
    private const int MostRowsOfOnePage = 10_000;

    internal static IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(PageSource<T> source, OperationRequest first, CancellationToken cancellationToken)
    {
        var check = new KeysetRowCheck(first);
        var rows = source.With((json, item) => check.Demand(source, json, item));
        return first.Value(OrderName) is null or OrderOfPaging
            ? WalkAsync(rows, first.WithChangedQuery((OrderName, OrderOfPaging)), cancellationToken)
            : AtOnceAsync(rows, first, cancellationToken);
    }

    private static async IAsyncEnumerable<IReadOnlyList<T>> WalkAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var limit = LimitOf(first);
        var request = first;
        var place = new KeysetPlace();
        while (true)
        {
            var page = await GetAsync(source, request.WithChangedQuery((LimitName, Text(limit))), cancellationToken).ConfigureAwait(false);
            DemandAscending(source, page, place);
            var isFullOfOneTime = page.Count >= limit && page[0].Created == page[^1].Created;
            var isCutPerhaps = page.Count is > 1 && page.Count < limit;
            var items = place.TakeNew(page);
            if (items.Count > 0)
            {
                yield return items;
            }
            else if (isFullOfOneTime && limit < MostRowsOfOnePage)
            {
                limit *= 2;
            }
            else if (isFullOfOneTime || isCutPerhaps)
            {
                await foreach (var rest in ReadByIdAsync(source, first, place, cancellationToken).ConfigureAwait(false))
                {
                    yield return rest;
                }

                request = first.WithChangedQuery((CreatedAt, "gt." + place.CreatedText));
                continue;
            }
            else
            {
                yield break;
            }

            request = first.WithChangedQuery((CreatedAt, "gte." + place.CreatedText));
        }
    }

    /// <summary>Reads what else was created at the time where the pages stand, in the order of the ids.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<T>> ReadByIdAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest first, KeysetPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = first.WithChangedQuery((CreatedAt, "eq." + place.CreatedText), (OrderName, Id + ".asc"));
        for (string? last = null; ;)
        {
            var page = await GetAsync(
                source, last is null ? request : request.WithChangedQuery((Id, "gt." + last)), cancellationToken).ConfigureAwait(false);
            if (page.Any(row => row.CreatedText != place.CreatedText || (last is not null && string.CompareOrdinal(row.Id, last) <= 0)))
            {
                throw source.Unexpected($"more conversations were created at {place.CreatedText} than it gives in one page, and it does not tell the others apart");
            }

            if (page.Count == 0)
            {
                yield break;
            }

            last = page[^1].Id;
            if (place.TakeNew(page) is { Count: > 0 } items)
            {
                yield return items;
            }
        }
    }

    /// <summary>
    /// Reads the beginning of a list in another order, which has to come at once. Fewer rows than were asked for must be all that there are,
    /// so they are counted in the order that can be read to its end.
    /// </summary>
    private static async IAsyncEnumerable<IReadOnlyList<T>> AtOnceAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var limit = LimitOf(request);
        var page = await GetAsync(source, request, cancellationToken).ConfigureAwait(false);
        if (page.Count < limit)
        {
            var counted = 0;
            await foreach (var rows in WalkAsync(source, request.WithChangedQuery((OrderName, OrderOfPaging)), cancellationToken).ConfigureAwait(false))
            {
                counted += rows.Count;
                if (counted > page.Count)
                {
                    throw source.Unexpected($"of {limit} conversations that were asked for in the order {request.Value(OrderName)} it gave {page.Count} although there are more. Ask for fewer with -First");
                }
            }
        }

        yield return [.. page.Select(row => row.Item)];
    }

    private static async Task<IReadOnlyList<KeysetRow<T>>> GetAsync<T>(PageSource<KeysetRow<T>> source, OperationRequest request, CancellationToken cancellationToken)
    {
        var (rows, _) = await source.GetAsync(request, root => (root.GetProperty(Envelope), 0), cancellationToken).ConfigureAwait(false);
        return rows;
    }

    // Out of order, the time of the last row would be no place to go on from.
    private static void DemandAscending<T>(PageSource<KeysetRow<T>> source, IReadOnlyList<KeysetRow<T>> page, KeysetPlace place)
    {
        var last = place.Created;
        foreach (var row in page)
        {
            if (row.Created < last)
            {
                throw source.Unexpected($"its rows are not in the order of their creation ({row.Id} was created at {row.CreatedText})");
            }

            last = row.Created;
        }
    }

    private static int LimitOf(OperationRequest request) =>
        request.Value(LimitName) is { } limit ? int.Parse(limit, CultureInfo.InvariantCulture) : request.Operation.Paging!.DefaultPageSize;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
