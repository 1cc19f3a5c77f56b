using System.Text.Json;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>Where the pages of one list come from, and what their rows become.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
internal sealed class PageSource<T>(ProviderClient client, Operation operation, Func<JsonElement, T> readRow, Action<RequestNotice>? notice)
{
    internal Operation Operation => operation;

    /// <summary>The same source, with something more told of each row.</summary>
    internal PageSource<TMore> With<TMore>(Func<JsonElement, T, TMore> more) =>
        new(client, operation, row => more(row, readRow(row)), notice);

    /// <summary>Asks for a page, and reads all of it before anything of it is given away.</summary>
    /// <param name="request">The request.</param>
    /// <param name="findRows">Finds the rows in the answer.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    internal async Task<IReadOnlyList<T>> GetAsync(OperationRequest request, Func<JsonElement, JsonElement> findRows, CancellationToken cancellationToken)
    {
        using var page = Open(await SendAsync(request, cancellationToken).ConfigureAwait(false), root => (findRows(root), 0));
        return ReadRows(page);
    }

    /// <summary>Asks for a page.</summary>
    internal Task<ProviderResponse> SendAsync(OperationRequest request, CancellationToken cancellationToken) =>
        client.SendAsync(request, notice, cancellationToken);

    /// <summary>Finds the rows in an answer, and what leads on from them. Who disposes the page disposes the answer.</summary>
    internal Page<TNext> Open<TNext>(ProviderResponse response, Func<JsonElement, (JsonElement Rows, TNext Next)> find) => AsPage(() =>
    {
        var document = JsonDocument.Parse(response.Body);
        var (rows, next) = find(document.RootElement);
        return rows.ValueKind == JsonValueKind.Array ? new Page<TNext>(response, document, rows, next) : throw new JsonException("Its rows are no list.");
    });

    /// <summary>Reads the rows of a page.</summary>
    internal IReadOnlyList<T> ReadRows<TNext>(Page<TNext> page) => AsPage(() =>
    {
        var items = new List<T>(page.Rows.GetArrayLength());
        foreach (var row in page.Rows.EnumerateArray())
        {
            items.Add(ReadRow(row, items.Count));
        }

        return items;
    });

    internal UnexpectedResponseException Unexpected(string what, Exception? cause = null) =>
        new($"{operation.Provider} answered {operation.Title} in a way that can't be used: {what}.", cause)
        {
            Provider = operation.Provider,
            Operation = operation.Name,
        };

    private TPart AsPage<TPart>(Func<TPart> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            throw Unexpected("its answer is no page of a list", exception);
        }
    }

    private T ReadRow(JsonElement row, int index)
    {
        try
        {
            return readRow(row);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw Unexpected($"row {index + 1} of a page{Which(row)} can't be read. {exception.Message.TrimEnd('.')}", exception);
        }
    }

    private static string Which(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object && (row.TryGetProperty("sid", out var id) || row.TryGetProperty("id", out id)) && id.ValueKind != JsonValueKind.Null ? $" ({id})" : "";
}
