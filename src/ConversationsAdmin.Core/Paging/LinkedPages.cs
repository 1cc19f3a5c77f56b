using System.Runtime.CompilerServices;
using System.Text.Json;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>
/// Pages of which each says how the next is asked for, so that one can be read ahead. That begins with the third: who stops within the first
/// has asked for no other, and of who asked for the second it is likely that they go on.
/// </summary>
/// <param name="source">Where they come from.</param>
/// <param name="first">The request of the first page.</param>
/// <param name="find">Finds the rows in the answer to a request, and the request of the next page; null when there is none.</param>
/// <param name="mostRows">After how many rows the caller may have enough. What lies beyond is asked for only when the caller moves on.</param>
internal sealed class LinkedPages<T>(
    PageSource<T> source,
    OperationRequest first,
    Func<JsonElement, OperationRequest, (JsonElement Rows, OperationRequest? Next)> find,
    long mostRows)
{
    private volatile bool isAwaited;
    private Task<ProviderResponse>? answerAhead;

    /// <summary>Reads the pages to the end. When it ends, for whatever reason, nothing is in flight.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<ReadPage>? coming = null;
        try
        {
            var rows = 0L;
            for (var request = first; request is not null;)
            {
                coming ??= ReadPageAsync(request, rows, reading.Token);
                isAwaited = true;
                var page = await coming.ConfigureAwait(false);
                isAwaited = false;
                coming = MayReadAhead(request, page.Next, rows += page.Items.Count) ? ReadPageAsync(page.Next!, rows, reading.Token) : null;
                yield return page.Items;
                request = page.Next;
            }
        }
        finally
        {
            await reading.CancelAsync().ConfigureAwait(false);
            await EndAsync(coming).ConfigureAwait(false);
            await EndAsync(answerAhead).ConfigureAwait(false);
        }
    }

    private async Task<ReadPage> ReadPageAsync(OperationRequest request, long rowsBefore, CancellationToken cancellationToken)
    {
        var answer = answerAhead ?? source.SendAsync(request, cancellationToken);
        answerAhead = null;
        using var page = source.Open(await answer.ConfigureAwait(false), root => find(root, request));
        if (isAwaited && MayReadAhead(request, page.Next, rowsBefore + page.Rows.GetArrayLength()))
        {
            // The caller is faster than the provider, so the way to the provider comes first.
            answerAhead = source.SendAsync(page.Next!, cancellationToken);
        }

        return new ReadPage(source.ReadRows(page), page.Next);
    }

    private bool MayReadAhead(OperationRequest request, OperationRequest? next, long rows) =>
        next is not null && request != first && rows < mostRows;

    // Nobody wants the page any more, and so neither an error that it ended with.
    private static async Task EndAsync(Task? unwanted)
    {
        if (unwanted is not null)
        {
            await unwanted.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed record ReadPage(IReadOnlyList<T> Items, OperationRequest? Next);
}
