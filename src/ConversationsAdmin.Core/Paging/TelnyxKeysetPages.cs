using System.Globalization;
using System.Runtime.CompilerServices;
using ConversationsAdmin.Core.Operations;
using static ConversationsAdmin.Core.Telnyx.TelnyxConversationResource;

namespace ConversationsAdmin.Core.Paging;

/// <summary>
/// Telnyx's conversations. The provider documents no cursor, so a page begins with the creation time that the one before it ended with,
/// and what comes again is left out. A page may be short because the provider gives fewer than were asked for, so only one with nothing new is the end.
/// Every row is checked against what was asked, and every page for its order, because the provider is known to ignore what it does not understand.
/// </summary>
internal static class TelnyxKeysetPages
{
    // One row alone has no order that could be looked at.
    private const int FewestRowsOfAPage = 2;

    // Beyond that, conversations of one creation time are read by their ids.
    private const int MostRowsOfAPage = 10_000;

    internal static IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(PageSource<T> source, OperationRequest first, CancellationToken cancellationToken)
    {
        var rows = Checked(source, first);
        return first.Value(OrderName) is null or OrderOfPaging
            ? WalkAsync(rows, first.WithChangedQuery((OrderName, OrderOfPaging)), cancellationToken)
            : AtOnceAsync(rows, first, cancellationToken);
    }

    /// <summary>Asks once, for the beginning of a list in whatever order.</summary>
    internal static async Task<IReadOnlyList<T>> ReadBeginningAsync<T>(PageSource<T> source, OperationRequest request, CancellationToken cancellationToken)
    {
        var ordered = request.Value(OrderName) is null ? request.WithChangedQuery((OrderName, OrderOfPaging)) : request;
        return [.. (await LookAsync(Checked(source, ordered), ordered, cancellationToken).ConfigureAwait(false)).Select(row => row.Item)];
    }

    private static PageSource<KeysetRow<T>> Checked<T>(PageSource<T> source, OperationRequest asked)
    {
        var check = new KeysetRowCheck(asked);
        return source.With((json, item) => check.Demand(source, json, item));
    }

    private static async IAsyncEnumerable<IReadOnlyList<T>> WalkAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = Math.Max(LimitOf(first), FewestRowsOfAPage);
        var (limit, largest, isDoubted) = (asked, 0, false);
        var asksForIds = first.Value(Id) is not null;
        var place = new KeysetPlace();
        for (var request = first; ; request = first.WithChangedQuery((CreatedAt, "gte." + place.CreatedText)))
        {
            var page = await GetAsync(source, request.WithChangedQuery((LimitName, Text(limit))), cancellationToken).ConfigureAwait(false);
            KeysetOrder.Demand(source, page, OrderOfPaging, from: place.Created);
            if (place.Given.Count > 0 && !asksForIds && !page.Any(row => row.Created == place.Created))
            {
                await KeysetTies.DemandGoneAsync(source, first, place, cancellationToken).ConfigureAwait(false);
            }

            var before = place.Created;
            var items = place.TakeNew(page);
            if (items.Count > 0)
            {
                yield return items;
                limit = place.Created > before ? asked : limit;
                isDoubted = false;
            }
            else if (page.Count >= limit && limit < MostRowsOfAPage)
            {
                // What fills it was all created at one time.
                limit = Math.Min(limit * 2, MostRowsOfAPage);
            }
            else if (page.Count == 0)
            {
                yield break;
            }
            else
            {
                if ((page.Count >= largest || isDoubted) && !asksForIds)
                {
                    // It may be as short as it is because the provider gives no more in a page.
                    await foreach (var rest in KeysetTies.ReadAsync(source, first, place, cancellationToken).ConfigureAwait(false))
                    {
                        yield return rest;
                    }

                    var beyond = await GetAsync(
                        source, first.WithChangedQuery((CreatedAt, "gt." + place.CreatedText), (LimitName, Text(limit))), cancellationToken).ConfigureAwait(false);
                    KeysetOrder.Demand(source, beyond, OrderOfPaging, from: place.Created);
                    if (place.TakeNew(beyond) is { Count: > 0 } behind)
                    {
                        yield return behind;
                        (limit, isDoubted) = (asked, false);
                        continue;
                    }
                }

                if (await KeysetTies.IsEndAsync(source, first, place, cancellationToken).ConfigureAwait(false))
                {
                    yield break;
                }

                // One may have been created at this moment, so it is looked at once more.
                isDoubted = isDoubted ? throw KeysetTies.CannotTellApart(source, place) : true;
            }

            largest = Math.Max(largest, page.Count);
        }
    }

    /// <summary>
    /// Reads the beginning of a list in another order, which has to come at once. Fewer rows than were asked for must be all that there are,
    /// so they are counted in the order that can be read to its end. Others may have been created since, and then a second look gives more.
    /// </summary>
    private static async IAsyncEnumerable<IReadOnlyList<T>> AtOnceAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var limit = LimitOf(request);
        var page = await LookAsync(source, request, cancellationToken).ConfigureAwait(false);
        while (page.Count < limit && await AreMoreAsync(source, request, page.Count, cancellationToken).ConfigureAwait(false))
        {
            var before = page.Count;
            page = await LookAsync(source, request, cancellationToken).ConfigureAwait(false);
            if (page.Count <= before)
            {
                throw source.Unexpected($"of {limit} conversations that were asked for in the order {request.Value(OrderName)} it gave {page.Count} although there are more. Ask for no more than that with -First");
            }
        }

        yield return [.. page.Select(row => row.Item)];
    }

    private static async Task<IReadOnlyList<KeysetRow<T>>> LookAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest request, CancellationToken cancellationToken)
    {
        var page = await GetAsync(source, request, cancellationToken).ConfigureAwait(false);
        KeysetOrder.Demand(source, page, request.Value(OrderName)!);
        return page;
    }

    private static async Task<bool> AreMoreAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest request, int count, CancellationToken cancellationToken)
    {
        var counted = 0;
        await foreach (var rows in WalkAsync(source, request.WithChangedQuery((OrderName, OrderOfPaging)), cancellationToken).ConfigureAwait(false))
        {
            counted += rows.Count;
            if (counted > count)
            {
                return true;
            }
        }

        return false;
    }

    internal static Task<IReadOnlyList<KeysetRow<T>>> GetAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest request, CancellationToken cancellationToken) =>
        source.GetAsync(request, root => root.GetProperty(Envelope), cancellationToken);

    internal static int LimitOf(OperationRequest request) =>
        request.Value(LimitName) is { } limit ? int.Parse(limit, CultureInfo.InvariantCulture) : request.Operation.Paging!.DefaultPageSize!.Value;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
