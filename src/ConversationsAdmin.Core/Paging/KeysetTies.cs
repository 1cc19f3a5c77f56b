using System.Runtime.CompilerServices;
using ConversationsAdmin.Core.Operations;
using static ConversationsAdmin.Core.Telnyx.TelnyxConversationResource;

namespace ConversationsAdmin.Core.Paging;

/// <summary>What the conversations of one creation time need, when they may be more than the provider gives in a page: they are told apart by their ids.</summary>
internal static class KeysetTies
{
    // With more ids than that, an address grows longer than servers take.
    private const int MostIdsOfAnAddress = 100;

    /// <summary>Reads what else was created at the time where the pages stand.</summary>
    /// <exception cref="UnexpectedResponseException">The provider does not tell them apart.</exception>
    internal static async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest first, KeysetPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = first.WithChangedQuery((CreatedAt, "eq." + place.CreatedText));
        while (place.Given.Count <= MostIdsOfAnAddress)
        {
            var others = await GetUnlessRefusedAsync(
                source, request.WithChangedQuery((Id, $"not.in.({string.Join(",", place.Given)})")), cancellationToken).ConfigureAwait(false);
            if (others is [])
            {
                yield break;
            }

            DemandOfThisTime(source, others ?? [], place);
            if (others is null || others.Any(place.WasGiven))
            {
                // It does not leave them out, so they have to be asked for in their order.
                break;
            }

            yield return place.TakeNew(others);
        }

        await foreach (var page in ReadInOrderAsync(source, request.WithChangedQuery((OrderName, Id + ".asc")), place, cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }
    }

    /// <summary>
    /// Whether the list ends where the pages stand: whether its newest conversation was given. Where the provider gives fewer rows than it could,
    /// or keeps finer times than it shows, what was given comes again, and may hide what follows.
    /// </summary>
    internal static async Task<bool> IsEndAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest first, KeysetPlace place, CancellationToken cancellationToken)
    {
        var newest = await TelnyxKeysetPages.GetAsync(
            source, first.WithChangedQuery((CreatedAt, "gte." + place.CreatedText), (OrderName, CreatedAt + ".desc")), cancellationToken).ConfigureAwait(false);
        KeysetOrder.Demand(source, newest, CreatedAt + ".desc");
        return newest is [] || place.WasGiven(newest[0]);
    }

    /// <summary>Demands of a conversation that was given, and did not come again where the pages go on from it, that it was removed meanwhile.</summary>
    /// <exception cref="UnexpectedResponseException">It is there still, and so the time that it shows is no place to go on from.</exception>
    internal static async Task DemandGoneAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest first, KeysetPlace place, CancellationToken cancellationToken)
    {
        var given = place.Given.First();
        var found = await TelnyxKeysetPages.GetAsync(source, first.WithChangedQuery((Id, "eq." + given)), cancellationToken).ConfigureAwait(false);
        if (found.Count > 0)
        {
            throw source.Unexpected($"conversation {given} shows {place.CreatedText} as its creation, and is not among those that were created then or later");
        }
    }

    internal static UnexpectedResponseException CannotTellApart<T>(PageSource<KeysetRow<T>> source, KeysetPlace place) => source.Unexpected(
        $"more conversations may have been created at {place.CreatedText} than it gives in one page, and it does not tell the others apart, by leaving out ids or in their order. Ask for fewer with -First or a filter");

    // Neither leaving out ids nor their order is documented, so it may refuse either.
    private static async Task<IReadOnlyList<KeysetRow<T>>?> GetUnlessRefusedAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await TelnyxKeysetPages.GetAsync(source, request, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderResponseException exception) when (exception.StatusCode is 400 or 422)
        {
            return null;
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<T>> ReadInOrderAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest request, KeysetPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (string? last = null; ;)
        {
            var page = await GetUnlessRefusedAsync(
                source, last is null ? request : request.WithChangedQuery((Id, "gt." + last)), cancellationToken).ConfigureAwait(false)
                ?? throw CannotTellApart(source, place);
            DemandOfThisTime(source, page, place);
            foreach (var row in page)
            {
                // Out of order, the last id would be no place to go on from.
                if (string.Compare(row.Id, last, StringComparison.OrdinalIgnoreCase) <= 0)
                {
                    throw CannotTellApart(source, place);
                }

                last = row.Id;
            }

            if (page.Count == 0)
            {
                yield break;
            }

            if (place.TakeNew(page) is { Count: > 0 } items)
            {
                yield return items;
            }
        }
    }

    private static void DemandOfThisTime<T>(PageSource<KeysetRow<T>> source, IReadOnlyList<KeysetRow<T>> page, KeysetPlace place)
    {
        if (page.Any(row => row.CreatedText != place.CreatedText))
        {
            throw CannotTellApart(source, place);
        }
    }
}
