using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Archives;

/// <summary>Reads a conversation with all that belongs to it, what is independent at once, into a block of an archive.</summary>
/// <param name="session">The connection.</param>
/// <param name="source">The conversation.</param>
/// <param name="places">How many requests may be in progress.</param>
/// <param name="notice">Hears of retries and answers.</param>
internal sealed class ConversationReading(ProviderSession session, ArchiveSource source, SemaphoreSlim places, Action<RequestNotice>? notice)
{
    private readonly ArchivedResource resource = ArchivedResources.Of(source.ResourceType);

    /// <exception cref="RequestArgumentException">An identifier is malformed.</exception>
    /// <exception cref="ProviderException">A part can't be read now, or the conversation is gone.</exception>
    internal async Task WriteToAsync(ArchiveBlock block, bool includeReceipts, CancellationToken cancellationToken)
    {
        var fetch = RequestOf(resource.Fetch);
        var lists = resource.Parts.Select(part => (Part: part, Request: RequestOf(part.List, part.Values))).ToArray();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var conversation = FetchAsync(fetch, ending.Token);
        var parts = lists.Select(list => new PartPages(session, list.Part, list.Request, places, notice, ending.Token)).ToArray();
        try
        {
            block.Write(ArchiveRowKind.Conversation, await conversation.ConfigureAwait(false));
            foreach (var part in parts)
            {
                await WritePartAsync(block, part, fetch, includeReceipts, ending.Token).ConfigureAwait(false);
            }
        }
        catch
        {
            await ending.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            foreach (var part in parts)
            {
                await part.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task WritePartAsync(ArchiveBlock block, PartPages part, OperationRequest fetch, bool includeReceipts, CancellationToken cancellationToken)
    {
        // What moves while pages are read may come on two of them.
        var written = new HashSet<string>(StringComparer.Ordinal);
        var isBackwards = part.Part.List.Paging!.Style == PagingStyle.CursorBackwards;
        using var stored = new StoredPages(block.Folder);
        try
        {
            while (await part.MoveNextAsync().ConfigureAwait(false))
            {
                var rows = part.Current.Where(row => row.Id is null || written.Add(row.Id)).ToArray();
                var receipts = await Task.WhenAll(rows.Select(row => ReadReceiptsAsync(includeReceipts ? row.IdOfReceipts : null, cancellationToken))).ConfigureAwait(false);
                if (isBackwards)
                {
                    stored.Add(rows.Select(row => row.Json));
                }
                else
                {
                    WriteRows(block, part.Part.Kind, rows, receipts);
                }

                MissOf(block, rows, receipts);
            }
        }
        catch (ProviderResponseException refusal) when (IsOfPart(refusal))
        {
            // Without the conversation there is nothing to be archived, and then this fails as well.
            await FetchAsync(fetch, cancellationToken).ConfigureAwait(false);
            block.Miss(Refused(part.Part.Kind, refusal));
        }

        foreach (var row in stored.FromTheLast())
        {
            block.Write(part.Part.Kind, row);
        }

        if (part.IsCutOff)
        {
            block.Miss($"The {ArchiveBlock.NameOf(part.Part.Kind)}s beyond the first page, to which the provider documents no way.");
        }
    }

    private static void WriteRows(ArchiveBlock block, ArchiveRowKind kind, ArchiveRow[] rows, Receipts[] receipts)
    {
        foreach (var (row, ofRow) in rows.Zip(receipts))
        {
            block.Write(kind, row.Json);
            ofRow.Rows.ForEach(receipt => block.Write(ArchiveRowKind.Receipt, receipt.Json));
        }
    }

    private static void MissOf(ArchiveBlock block, ArchiveRow[] rows, Receipts[] receipts)
    {
        foreach (var lack in rows.Select(row => row.Lacks).Concat(receipts.Select(ofRow => ofRow.Lacks)).OfType<string>())
        {
            block.Miss(lack);
        }
    }

    private async Task<Receipts> ReadReceiptsAsync(string? message, CancellationToken cancellationToken)
    {
        if (message is null || resource.ListReceipts is not { } list)
        {
            return new([], null);
        }

        var rows = new List<ArchiveRow>();
        var request = RequestOf(list, [KeyValuePair.Create(SidKind.Message.IdentifierName, (object?)message)]);
        await using var pages = new PartPages(session, new ArchivePart(ArchiveRowKind.Receipt, list), request, places, notice, cancellationToken);
        try
        {
            while (await pages.MoveNextAsync().ConfigureAwait(false))
            {
                rows.AddRange(pages.Current);
            }

            return new([.. rows.DistinctBy(row => row.Id)], null);
        }
        catch (ProviderResponseException refusal) when (IsOfPart(refusal))
        {
            return new(rows, Refused(ArchiveRowKind.Receipt, refusal));
        }
    }

    // The account may not have it, or not be allowed to see it. Everything else may be different in the next moment, and so fails.
    private static bool IsOfPart(ProviderResponseException refusal) => refusal.StatusCode is 403 or 404;

    private static string Refused(ArchiveRowKind kind, ProviderResponseException refusal) =>
        $"The {ArchiveBlock.NameOf(kind)}s, which the provider refused (status {refusal.StatusCode}{(refusal.ErrorCode is { } code ? $", code {code}" : "")}).";

    private OperationRequest RequestOf(Operation operation, params IEnumerable<KeyValuePair<string, object?>> values) =>
        OperationRequest.Create(operation, [.. source.Address.ValuesFor(operation), .. values, .. LargestPages(operation)]);

    private static IEnumerable<KeyValuePair<string, object?>> LargestPages(Operation operation) =>
        operation.Paging is { PageSizeName: { } name, DefaultPageSize: { } size } ? [KeyValuePair.Create(name, (object?)size)] : [];

    private async Task<string> FetchAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await session.SendAsync(request, static (json, _) => json.GetRawText(), notice, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }

    private sealed record Receipts(List<ArchiveRow> Rows, string? Lacks);
}
