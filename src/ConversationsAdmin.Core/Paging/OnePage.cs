using System.Text.Json;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>Reads one page of a list, for callers that come back for the next with nothing but its request.</summary>
public static class OnePage
{
    /// <summary>Reads the page that a request asks for.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request of a list.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="ProviderException">As <see cref="ProviderClient.SendAsync"/>; and when the answer is no page, or does not lead on.</exception>
    public static Task<ListPage> ReadAsync(ProviderClient client, OperationRequest request, CancellationToken cancellationToken)
    {
        var source = new PageSource<JsonElement>(client, request.Operation, row => row.Clone(), notice: null);
        return request.Operation.Paging!.Style switch
        {
            PagingStyle.NextPageUrl => AskAsync(source, request, root => TwilioPages.Find(source, request, root), cancellationToken),
            PagingStyle.Keyset => OneKeysetPage.ReadAsync(source, request, cancellationToken),
            PagingStyle.PageNumber or PagingStyle.SinglePage => AskAsync(source, request, root => TelnyxNumberedPages.Find(source, request, root), cancellationToken),
            PagingStyle.Cursor or PagingStyle.CursorBackwards => AskAsync(source, request, root => SunshinePages.Find(source, request, root), cancellationToken),
            var style => throw new InvalidOperationException($"Nobody reads {style}."),
        };
    }

    private static async Task<ListPage> AskAsync(
        PageSource<JsonElement> source,
        OperationRequest request,
        Func<JsonElement, (JsonElement Rows, OperationRequest? Next)> find,
        CancellationToken cancellationToken)
    {
        using var page = source.Open(await source.SendAsync(request, cancellationToken).ConfigureAwait(false), find);
        if (page.Next is { } next)
        {
            DemandProgress(source, request, next);
        }

        return new(page.Answer.Clone(), page.Rows.GetArrayLength(), page.Next);
    }

    private static void DemandProgress(PageSource<JsonElement> source, OperationRequest request, OperationRequest next)
    {
        if (next.Fields.FirstOrDefault(field => !source.Operation.Parameters.Any(parameter => parameter.Location == field.Location && parameter.IsNamed(field.Name))) is { } unknown)
        {
            throw source.Unexpected($"its next page is asked for with '{unknown.Name}', which {source.Operation.Title} does not take");
        }

        if (Sent(next).SetEquals(Sent(request)))
        {
            throw source.Unexpected("its next page is the same page, so the list would never end");
        }
    }

    private static HashSet<(string Name, string Value)> Sent(OperationRequest request) => [.. request.Fields.Select(field => (field.Name, field.Value))];
}
