using System.Text.Json;
using System.Web;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Core.Paging;

/// <summary>
/// Twilio's pages. The next page's address names the default host, whatever host was asked, so only its query is used, on the list's own address.
/// </summary>
internal static class TwilioPages
{
    private static readonly string[] Place = [TwilioParameters.Page.Name, TwilioParameters.PageToken.Name];

    internal static IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(PageSource<T> source, OperationRequest first, long mostRows, CancellationToken cancellationToken)
    {
        var queriesSeen = new HashSet<string>(StringComparer.Ordinal);
        return new LinkedPages<T>(source, first, FindUnseen, mostRows).ReadAsync(cancellationToken);

        (JsonElement Rows, OperationRequest? Next) FindUnseen(JsonElement root, OperationRequest _)
        {
            var (rows, next) = Find(source, first, root);
            return next is null || queriesSeen.Add(NextPage(root.GetProperty("meta"))!.Query)
                ? (rows, next)
                : throw source.Unexpected("its next page is one that was read already, so the list would never end");
        }
    }

    /// <summary>Finds the rows in an answer, and the request of the next page; null when there is none.</summary>
    internal static (JsonElement Rows, OperationRequest? Next) Find<T>(PageSource<T> source, OperationRequest request, JsonElement root)
    {
        var meta = root.GetProperty("meta");
        return (root.GetProperty(meta.GetProperty("key").GetString()!), NextPage(meta) is { } nextPage ? NextRequest(source, request, nextPage) : null);
    }

    private static Uri? NextPage(JsonElement meta) =>
        meta.TryGetProperty("next_page_url", out var url) && url.GetString() is { Length: > 0 } address ? new Uri(address, UriKind.Absolute) : null;

    // What was asked for stays asked for, whatever a next page's address says of it: another filter would list, and then remove, something else.
    private static OperationRequest NextRequest<T>(PageSource<T> source, OperationRequest request, Uri nextPage)
    {
        if (!Uri.UnescapeDataString(nextPage.AbsolutePath).EndsWith(Uri.UnescapeDataString(request.Path), StringComparison.Ordinal))
        {
            throw source.Unexpected($"its next page lies on another path ({nextPage.AbsolutePath})");
        }

        var named = HttpUtility.ParseQueryString(nextPage.Query);
        var asked = request.Fields.Where(field => field.Location == ParameterLocation.Query && !Place.Contains(field.Name)).ToLookup(field => field.Name, field => field.Value);
        var query = named.AllKeys.OfType<string>().Union(asked.Select(field => field.Key))
            .SelectMany(name => (asked.Contains(name) ? asked[name] : named.GetValues(name)!).Select(value => new OperationRequest.Field(ParameterLocation.Query, name, value)));
        return request.WithQuery(query);
    }
}
