using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Paging;

namespace ConversationsAdmin.Core.Archives;

/// <summary>The pages of one part of a conversation. The first is asked for at once, each other when it is wanted.</summary>
internal sealed class PartPages : IAsyncDisposable
{
    private readonly IAsyncEnumerator<IReadOnlyList<ArchiveRow>> pages;
    private readonly SemaphoreSlim places;
    private readonly CancellationToken cancellationToken;
    private Task<bool>? first;
    private bool anyCame;

    internal PartPages(
        ProviderSession session, ArchivePart part, OperationRequest list, SemaphoreSlim places, Action<RequestNotice>? notice, CancellationToken cancellationToken)
    {
        Part = part;
        this.places = places;
        this.cancellationToken = cancellationToken;
        pages = ListPages.ReadAsync(session.Client, list, json => ArchiveRow.Read(json, part), notice, cancellationToken).GetAsyncEnumerator(cancellationToken);
        first = ReadNextAsync();
    }

    internal ArchivePart Part { get; }

    internal IReadOnlyList<ArchiveRow> Current => pages.Current;

    /// <summary>True when the provider says that there are more, and documents no way to them.</summary>
    internal bool IsCutOff { get; private set; }

    internal Task<bool> MoveNextAsync()
    {
        var next = first ?? ReadNextAsync();
        first = null;
        return next;
    }

    public async ValueTask DisposeAsync()
    {
        if (first is not null)
        {
            // Nobody came to want it, because something else failed, and that is told.
            await first.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }

        await pages.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<bool> ReadNextAsync()
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return anyCame = await pages.MoveNextAsync().ConfigureAwait(false);
        }
        catch (UnexpectedResponseException) when (anyCame && Part.List.Paging!.Style == PagingStyle.SinglePage)
        {
            IsCutOff = true;
            return false;
        }
        finally
        {
            places.Release();
        }
    }
}
