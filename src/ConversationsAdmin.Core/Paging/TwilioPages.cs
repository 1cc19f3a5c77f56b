using System.Runtime.CompilerServices;
using System.Web;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>
/// Twilio's pages. The next page's address names the default host, whatever host was asked, so only its query is used, on the list's own address.
/// </summary>
internal static class TwilioPages
{
    internal static async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        PageSource<T> source, OperationRequest first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queriesSeen = new HashSet<string>(StringComparer.Ordinal);
        for (var request = first; request is not null;)
        {
            var (items, nextPage) = await source.GetAsync(
                request,
                static root =>
                {
                    var meta = root.GetProperty("meta");
                    var next = meta.TryGetProperty("next_page_url", out var url) ? url.GetString() : null;
                    return (root.GetProperty(meta.GetProperty("key").GetString()!), string.IsNullOrEmpty(next) ? null : new Uri(next, UriKind.Absolute));
                },
                cancellationToken).ConfigureAwait(false);
            var next = nextPage is null ? null : NextRequest(source, first, nextPage);
            if (next is not null && !queriesSeen.Add(nextPage!.Query))
            {
                throw source.Unexpected("its next page is one that was read already, so the list would never end");
            }

            yield return items;
            request = next;
        }
    }

    // What was asked for stays asked for, whatever a next page's address says of it: another filter would list, and then remove, something else.
    private static OperationRequest NextRequest<T>(PageSource<T> source, OperationRequest first, Uri nextPage)
    {
        if (!Uri.UnescapeDataString(nextPage.AbsolutePath).EndsWith(Uri.UnescapeDataString(first.Path), StringComparison.Ordinal))
        {
            throw source.Unexpected($"its next page lies on another path ({nextPage.AbsolutePath})");
        }

        var named = HttpUtility.ParseQueryString(nextPage.Query);
        var asked = first.Fields.Where(field => field.Location == ParameterLocation.Query).ToLookup(field => field.Name, field => field.Value);
        var query = named.AllKeys.OfType<string>().Union(asked.Select(field => field.Key))
            .SelectMany(name => (asked.Contains(name) ? asked[name] : named.GetValues(name)!).Select(value => KeyValuePair.Create(name, value)));
        return first.WithQuery(query);
    }
}
