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
        for (var (number, request) = (1, first); ; number++)
        {
            var (items, pages) = await GetAsync(source, request, number, cancellationToken).ConfigureAwait(false);
            yield return items;
            if (number >= pages)
            {
                yield break;
            }

            if (source.Operation.Paging!.Style == PagingStyle.SinglePage)
            {
                throw source.Unexpected($"it says that there are {pages} pages, and the provider documents no way to the others");
            }

            request = first.WithChangedQuery((PageNumber, (number + 1).ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static async Task<(IReadOnlyList<T> Items, int Pages)> GetAsync<T>(
        PageSource<T> source, OperationRequest request, int number, CancellationToken cancellationToken)
    {
        var response = await source.SendAsync(request, cancellationToken).ConfigureAwait(false);
        using var page = source.Open(response, root => (root.GetProperty("data"), Place(root.GetProperty("meta"))));
        return page.Next.Page == number
            ? (source.ReadRows(page), page.Next.Pages)
            : throw source.Unexpected($"it gave page {page.Next.Page} where page {number} was asked for");
    }

    private static (int Page, int Pages) Place(JsonElement meta) =>
        (meta.GetProperty("page_number").GetInt32(), meta.GetProperty("total_pages").GetInt32());
}
