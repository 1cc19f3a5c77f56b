using System.Text.Json;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>Reads a list page by page, to the end, in the way that its operation is paged.</summary>
public static class ListPages
{
    /// <summary>
    /// Reads the pages. The second is asked for when the caller moves on from the first; the ones after it, where a page says how, while the one before is read.
    /// </summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="first">The request of the first page.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="mostRows">After how many rows the caller may have enough: no page beyond is asked for before the caller moves on.</param>
    /// <exception cref="ProviderException">As <see cref="ProviderClient.SendAsync"/>.</exception>
    /// <exception cref="UnexpectedResponseException">
    /// An answer is no page, does not lead on, or holds what was not asked for. What came before it was whole.
    /// </exception>
    public static IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        ProviderClient client,
        OperationRequest first,
        Func<JsonElement, T> read,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken,
        long mostRows = long.MaxValue)
    {
        var source = new PageSource<T>(client, first.Operation, read, notice);
        return first.Operation.Paging!.Style switch
        {
            PagingStyle.NextPageUrl => TwilioPages.ReadAsync(source, first, mostRows, cancellationToken),
            PagingStyle.Keyset => TelnyxKeysetPages.ReadAsync(source, first, cancellationToken),
            PagingStyle.PageNumber or PagingStyle.SinglePage => TelnyxNumberedPages.ReadAsync(source, first, cancellationToken),
            PagingStyle.Cursor or PagingStyle.CursorBackwards => SunshinePages.ReadAsync(source, first, mostRows, cancellationToken),
            var style => throw new InvalidOperationException($"Nobody reads {style}."),
        };
    }
}
