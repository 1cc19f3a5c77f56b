using System.Globalization;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using static ConversationsAdmin.Core.Telnyx.TelnyxConversationResource;

namespace ConversationsAdmin.Core.Paging;

/// <summary>
/// One page of Telnyx's conversations. It ends where the creation time changes, so that the next page can begin with a time and nothing else:
/// with no conversation that was given, and without losing one. Where more than a page were created at one moment, it has all of them.
/// </summary>
internal static class OneKeysetPage
{
    private const int MostRows = 10_000;

    internal static Task<ListPage> ReadAsync(PageSource<JsonElement> source, OperationRequest request, CancellationToken cancellationToken) =>
        LeadsOn(request) ? ReadWholeMomentsAsync(source, request, cancellationToken) : ReadBeginningAsync(source, request, cancellationToken);

    // The next page says from when on. What else was asked of the creation time would be lost with that.
    private static bool LeadsOn(OperationRequest request) =>
        request.Value(OrderName) is null or OrderOfPaging
        && (request.Value(CreatedAt) is not { } created || created.StartsWith("gte.", StringComparison.Ordinal) || created.StartsWith("gt.", StringComparison.Ordinal));

    private static async Task<ListPage> ReadWholeMomentsAsync(PageSource<JsonElement> source, OperationRequest request, CancellationToken cancellationToken)
    {
        var asked = TelnyxKeysetPages.LimitOf(request);
        var rows = new List<JsonElement>();
        await foreach (var more in TelnyxKeysetPages.ReadAsync(source, request, cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(more);
            if (rows.Count > asked && EndOfMoment(rows, asked) is { } end)
            {
                var next = request.WithChangedQuery((CreatedAt, "gte." + rows[end].GetProperty(CreatedAt).GetString()));
                return new(Answer(rows[..end]), end, next);
            }

            if (rows.Count > MostRows)
            {
                throw source.Unexpected(string.Create(
                    CultureInfo.InvariantCulture, $"more than {MostRows} conversations were created at {rows[0].GetProperty(CreatedAt)}, and the provider documents no way to read such in pages"));
            }
        }

        return new(Answer(rows), rows.Count, Next: null);
    }

    private static async Task<ListPage> ReadBeginningAsync(PageSource<JsonElement> source, OperationRequest request, CancellationToken cancellationToken)
    {
        var rows = await TelnyxKeysetPages.ReadBeginningAsync(source, request, cancellationToken).ConfigureAwait(false);
        return new(Answer(rows), rows.Count, Next: null) { IsOnlyBeginning = rows.Count > 0 };
    }

    // The last row at which another moment begins, within what was asked for; or the first beyond.
    private static int? EndOfMoment(List<JsonElement> rows, int asked)
    {
        for (var end = asked; end > 0; end--)
        {
            if (Created(rows[end]) != Created(rows[end - 1]))
            {
                return end;
            }
        }

        var beyond = rows.FindIndex(asked, row => Created(row) != Created(rows[0]));
        return beyond < 0 ? null : beyond;
    }

    private static DateTimeOffset Created(JsonElement row) => row.GetProperty(CreatedAt).GetDateTimeOffset();

    private static JsonElement Answer(IReadOnlyList<JsonElement> rows) => JsonSerializer.SerializeToElement(new Dictionary<string, IReadOnlyList<JsonElement>> { [Envelope] = rows });
}
