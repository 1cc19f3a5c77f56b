using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>Telnyx's numbered pages, and its lists whose answer counts pages although none can be asked for.</summary>
internal static class TelnyxNumberedPages
{
    private const string PageNumber = "page[number]";

    internal static async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        PageSource<T> source, OperationRequest first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var request = first; request is not null;)
        {
            (var items, request) = await GetAsync(source, request, cancellationToken).ConfigureAwait(false);
            yield return items;
            if (request is not null && source.Operation.Paging!.Style == PagingStyle.SinglePage)
            {
                throw source.Unexpected($"it says that there is a page {request.Value(PageNumber)}, and the provider documents no way to it");
            }
        }
    }

    /// <summary>Finds the rows in an answer, and the request of the next page; null when there is none.</summary>
    internal static (JsonElement Rows, OperationRequest? Next) Find<T>(PageSource<T> source, OperationRequest request, JsonElement root)
    {
        var meta = root.GetProperty("meta");
        var (page, pages) = (meta.GetProperty("page_number").GetInt32(), meta.GetProperty("total_pages").GetInt32());
        var asked = request.Value(PageNumber) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : 1;
        if (page != asked)
        {
            throw source.Unexpected($"it gave page {page} where page {asked} was asked for");
        }

        return (root.GetProperty("data"), page < pages ? request.WithChangedQuery((PageNumber, (page + 1).ToString(CultureInfo.InvariantCulture))) : null);
    }

    private static async Task<(IReadOnlyList<T> Items, OperationRequest? Next)> GetAsync<T>(
        PageSource<T> source, OperationRequest request, CancellationToken cancellationToken)
    {
        var response = await source.SendAsync(request, cancellationToken).ConfigureAwait(false);
        using var page = source.Open(response, root => Find(source, request, root));
        return (source.ReadRows(page), page.Next);
    }
}
