using System.ComponentModel;
using System.Text.Json;
using System.Threading.Channels;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds reading: single resources, or pages of them, each written as it comes.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ReadCmdlet<T> : ParallelCmdlet<QueuedRequest, ReadPage<T>>
    where T : Resource
{
    private protected ReadCmdlet()
    {
    }

    // A method rather than a delegate: the types of overridden members are loaded on import, before private assemblies can be found.
    private protected abstract T Read(JsonElement json, ResourceOrigin origin);

    /// <summary>After how many rows of a list there may be enough.</summary>
    private protected virtual long MostRows => long.MaxValue;

    /// <summary>Takes a row, and writes it unless it is not wanted.</summary>
    private protected virtual void TakeRow(T resource, QueuedRequest queued) => Write(resource);

    private protected void Write(T resource)
    {
        Seen.Add(resource);
        WriteObject(resource);
    }

    /// <summary>What a worker is given for a request; null when there is none.</summary>
    private protected QueuedRequest? ToQueue(ConvConnection connection, OperationRequest? request, object? target) =>
        request is null ? null : new QueuedRequest(SessionOf(connection), request, target);

    /// <inheritdoc/>
    private protected override async Task WorkAsync(QueuedRequest queued, ChannelWriter<ReadPage<T>> results, CancellationToken cancellationToken)
    {
        // Reading changes nothing, so it ends at once where a write would be given time to end well.
        try
        {
            await foreach (var page in ReadAsync(queued).ConfigureAwait(false))
            {
                await results.WriteAsync(page, StopToken).ConfigureAwait(false);

                // The next page is read only when this one has been written, so that what stops early downstream stops the reading too.
                await page.Written.WaitAsync(StopToken).ConfigureAwait(false);
                if (queued.IsEnough || IsEnding)
                {
                    return;
                }
            }
        }
        catch (ProviderException exception)
        {
            await results.WriteAsync(new ReadPage<T>(exception, queued), StopToken).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<ReadPage<T>> ReadAsync(QueuedRequest queued)
    {
        if (IsEnding)
        {
            yield break;
        }

        if (queued.Request.Operation.Paging is null)
        {
            yield return new ReadPage<T>([await queued.Session.SendAsync(queued.Request, Read, Notice, StopToken).ConfigureAwait(false)], queued);
            yield break;
        }

        await foreach (var resources in queued.Session.ListAsync(queued.Request, Read, Notice, StopToken, MostRows).ConfigureAwait(false))
        {
            yield return new ReadPage<T>(resources, queued);
        }
    }

    // Nothing is left half done by not reading.
    private protected override void TellNotBegun(int count)
    {
    }

    /// <inheritdoc/>
    private protected override void Take(ReadPage<T> page)
    {
        if (page.Error is { } error)
        {
            WriteProviderError(error, page.Queued.Target);
            return;
        }

        foreach (var resource in page.Resources)
        {
            Progress.CountDone(failed: false);
            TakeRow(resource, page.Queued);
            if (page.Queued.IsEnough)
            {
                break;
            }
        }

        page.SetWritten();
    }
}
