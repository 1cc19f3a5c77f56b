using System.Runtime.CompilerServices;
using ConversationsAdmin.Core.Operations;
using static ConversationsAdmin.Core.Telnyx.TelnyxConversationResource;

namespace ConversationsAdmin.Core.Paging;

/// <summary>What the conversations of one creation time need, when they may be more than the provider gives in a page: they are told apart by their ids.</summary>
internal static class KeysetTies
{
    /// <summary>Reads what else was created at the time where the pages stand.</summary>
    /// <exception cref="UnexpectedResponseException">The provider does not tell them apart either.</exception>
    internal static async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest first, KeysetPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = first.WithChangedQuery((CreatedAt, "eq." + place.CreatedText), (OrderName, Id + ".asc"));
        for (string? last = null; ;)
        {
            var page = await TelnyxKeysetPages.GetAsync(
                source, last is null ? request : request.WithChangedQuery((Id, "gt." + last)), cancellationToken).ConfigureAwait(false);
            if (page.Any(row => row.CreatedText != place.CreatedText || (last is not null && string.CompareOrdinal(row.Id, last) <= 0)))
            {
                throw CannotTellApart(source, place);
            }

            if (page.Count > 0)
            {
                last = page[^1].Id;
                if (place.TakeNew(page) is { Count: > 0 } items)
                {
                    yield return items;
                }
            }
            else
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// Demands that the list ends where the pages stand. Where the provider keeps finer times than it shows, what was given comes again as what lies beyond it,
    /// and a page that holds no more than so many may hide what follows. Then the newest of the list was not given yet.
    /// </summary>
    /// <exception cref="UnexpectedResponseException">There is more.</exception>
    internal static async Task DemandNothingElseAsync<T>(
        PageSource<KeysetRow<T>> source, OperationRequest first, KeysetPlace place, CancellationToken cancellationToken)
    {
        var last = await TelnyxKeysetPages.GetAsync(
            source, first.WithChangedQuery((CreatedAt, "gte." + place.CreatedText), (OrderName, CreatedAt + ".desc")), cancellationToken).ConfigureAwait(false);
        if (!last.All(place.WasGiven))
        {
            throw CannotTellApart(source, place);
        }
    }

    private static UnexpectedResponseException CannotTellApart<T>(PageSource<KeysetRow<T>> source, KeysetPlace place) => source.Unexpected(
        $"more conversations were created at {place.CreatedText} than it gives in one page, and it does not tell the others apart. Ask for fewer by a filter");
}
