using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Web;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>
/// Reads a list of Twilio's page by page, to the end. The next page's address names the default host, whatever host was asked,
/// so only its query is used, on the list's own address.
/// </summary>
public static class TwilioPages
{
    /// <summary>Reads the pages. The next one is asked for when the caller moves on.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="first">The request of the first page.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no page, or its next page lies elsewhere or is the same again.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        ProviderClient client,
        OperationRequest first,
        Func<JsonElement, T> read,
        Action<RequestNotice>? notice,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queriesSeen = new HashSet<string>(StringComparer.Ordinal);
        for (var request = first; request is not null;)
        {
            var response = await client.SendAsync(request, notice, cancellationToken).ConfigureAwait(false);
            var (items, nextPage) = Parse(request.Operation, response, read);
            var next = nextPage is null ? null : NextRequest(first, nextPage);
            if (next is not null && !queriesSeen.Add(nextPage!.Query))
            {
                throw Unexpected(request.Operation, "its next page is one that was read already, so the list would never end");
            }

            yield return items;
            request = next;
        }
    }

    private static (IReadOnlyList<T> Items, Uri? NextPage) Parse<T>(Operation operation, ProviderResponse response, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Body);
            var meta = document.RootElement.GetProperty("meta");
            var rows = document.RootElement.GetProperty(meta.GetProperty("key").GetString()!);
            var items = new List<T>(rows.GetArrayLength());
            foreach (var row in rows.EnumerateArray())
            {
                items.Add(ReadRow(operation, row, items.Count, read));
            }

            var next = meta.TryGetProperty("next_page_url", out var url) ? url.GetString() : null;
            return (items, string.IsNullOrEmpty(next) ? null : new Uri(next, UriKind.Absolute));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException or ArgumentNullException)
        {
            throw Unexpected(operation, "its answer is no page of a list", exception);
        }
    }

    private static T ReadRow<T>(Operation operation, JsonElement row, int index, Func<JsonElement, T> read)
    {
        try
        {
            return read(row);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            var which = row.ValueKind == JsonValueKind.Object && row.TryGetProperty("sid", out var sid) ? $" ({sid})" : "";
            throw Unexpected(operation, $"row {index + 1} of a page{which} can't be read. {exception.Message.TrimEnd('.')}", exception);
        }
    }

    // What was asked for stays asked for, whatever a next page's address says of it: another filter would list, and then remove, something else.
    private static OperationRequest NextRequest(OperationRequest first, Uri nextPage)
    {
        if (!Uri.UnescapeDataString(nextPage.AbsolutePath).EndsWith(Uri.UnescapeDataString(first.Path), StringComparison.Ordinal))
        {
            throw Unexpected(first.Operation, $"its next page lies on another path ({nextPage.AbsolutePath})");
        }

        var named = HttpUtility.ParseQueryString(nextPage.Query);
        var asked = first.Fields.Where(field => field.Location == ParameterLocation.Query).ToLookup(field => field.Name, field => field.Value);
        var query = named.AllKeys.OfType<string>().Union(asked.Select(field => field.Key))
            .SelectMany(name => (asked.Contains(name) ? asked[name] : named.GetValues(name)!).Select(value => KeyValuePair.Create(name, value)));
        return first.WithQuery(query);
    }

    private static UnexpectedResponseException Unexpected(Operation operation, string what, Exception? cause = null) =>
        new($"{operation.Provider} answered {operation.Name} in a way that can't be used: {what}.", cause)
        {
            Provider = operation.Provider,
            Operation = operation.Name,
        };
}
