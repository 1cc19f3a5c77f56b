using System.Text.Json;
using System.Web;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>
/// Twilio's pages. The next page's address names the default host, whatever host was asked, so only its query is used, on the list's own address.
/// </summary>
internal static class TwilioPages
{
    internal static IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(PageSource<T> source, OperationRequest first, long mostRows, CancellationToken cancellationToken)
    {
        var queriesSeen = new HashSet<string>(StringComparer.Ordinal);
        return new LinkedPages<T>(source, first, Find, mostRows).ReadAsync(cancellationToken);

        (JsonElement Rows, OperationRequest? Next) Find(JsonElement root, OperationRequest _)
        {
            var meta = root.GetProperty("meta");
            var nextPage = NextPage(meta);
            var next = nextPage is null ? null : NextRequest(source, first, nextPage);
            return next is null || queriesSeen.Add(nextPage!.Query)
                ? (root.GetProperty(meta.GetProperty("key").GetString()!), next)
                : throw source.Unexpected("its next page is one that was read already, so the list would never end");
        }
    }

    private static Uri? NextPage(JsonElement meta) =>
        meta.TryGetProperty("next_page_url", out var url) && url.GetString() is { Length: > 0 } address ? new Uri(address, UriKind.Absolute) : null;

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
            .SelectMany(name => (asked.Contains(name) ? asked[name] : named.GetValues(name)!).Select(value => new OperationRequest.Field(ParameterLocation.Query, name, value)));
        return first.WithQuery(query);
    }
}
