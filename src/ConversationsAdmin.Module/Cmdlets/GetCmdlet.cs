using System.ComponentModel;
using System.Management.Automation;
using System.Text.Json;
using System.Threading.Channels;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Errors;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds reading: lists to the end, page by page, or single resources, and writes each as it comes.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GetCmdlet<T> : ParallelCmdlet<QueuedRequest, ReadPage<T>>
    where T : Resource
{
    private protected const string ListSet = "List";
    private protected const string FetchSet = "Fetch";

    private long wanted;
    private volatile bool isEnough;

    private protected GetCmdlet()
    {
    }

    /// <summary>The most resources to write. Reading stops there.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateRange(1, int.MaxValue)]
    public int First { get; set; } = int.MaxValue;

    /// <summary>How many resources to leave out at the beginning.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    /// <summary>How many resources a page holds. The default is the most that the provider gives; more is cut down to that, with a warning.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateRange(1, int.MaxValue)]
    public int PageSize { get; set; } = int.MaxValue;

    /// <inheritdoc/>
    private protected override string Activity => $"Reading {typeof(T).Name.ToLowerInvariant()}s";

    // A list has any number of rows.
    private protected override int? TotalOf(int items) => null;

    /// <summary>The operation that lists.</summary>
    private protected abstract Operation ListOperation { get; }

    /// <summary>The operation that fetches one.</summary>
    private protected abstract Operation FetchOperation { get; }

    // A method rather than a delegate: the types of overridden members are loaded on import, before private assemblies can be found.
    private protected abstract T Read(JsonElement json, string connectionName);

    /// <summary>Whether a row that came is one that was asked for.</summary>
    private protected virtual bool IsWanted(T resource) => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (MyInvocation.BoundParameters.ContainsKey(nameof(PageSize)) && PageSize > ListOperation.MaxPageSize)
        {
            WriteWarning($"The provider gives at most {ListOperation.MaxPageSize} in a page, so -PageSize {PageSize} is cut down to that. All pages are read.");
        }

        PageSize = Math.Min(PageSize, ListOperation.MaxPageSize!.Value);
        CheckGivenValues(ListOperation);
    }

    /// <summary>Refuses an object from the pipeline that names nothing to read: it would list everything.</summary>
    private protected void RequirePiped(bool isBound)
    {
        if (MyInvocation.ExpectingInput && !isBound)
        {
            Terminate(ErrorRecords.WrongTarget("What came down the pipeline has no identifier to read by. Pipe what a Get- cmdlet wrote, or name what to read.", target: null));
        }
    }

    private protected void List(ConvConnection connection, object? target, params (string Name, object? Value)[] values) =>
        Enqueue(new QueuedRequest(SessionOf(connection), CreateRequest(ListOperation, target, [.. values, ("PageSize", PageSize)]), target));

    private protected void Fetch(ConvConnection connection, object? target, params (string Name, object? Value)[] identifiers) =>
        Enqueue(new QueuedRequest(SessionOf(connection), CreateRequest(FetchOperation, target, identifiers), target));

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
                if (isEnough || IsEnding)
                {
                    return;
                }
            }
        }
        catch (ProviderException exception)
        {
            await results.WriteAsync(new ReadPage<T>(exception, queued.Target), StopToken).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<ReadPage<T>> ReadAsync(QueuedRequest queued)
    {
        if (isEnough || IsEnding)
        {
            yield break;
        }

        if (queued.Request.Operation.MaxPageSize is null)
        {
            yield return new ReadPage<T>([await queued.Session.SendAsync(queued.Request, Read, Notice, StopToken).ConfigureAwait(false)], queued.Target);
            yield break;
        }

        await foreach (var resources in queued.Session.ListAsync(queued.Request, Read, Notice, StopToken).ConfigureAwait(false))
        {
            yield return new ReadPage<T>(resources, queued.Target);
        }
    }

    /// <inheritdoc/>
    private protected override void Take(ReadPage<T> page)
    {
        if (isEnough)
        {
            page.SetWritten();
            return;
        }

        if (page.Error is { } error)
        {
            WriteProviderError(error, page.Target);
            return;
        }

        foreach (var resource in page.Resources)
        {
            Progress.CountDone(failed: false);
            if (IsWanted(resource) && ++wanted > Skip)
            {
                WriteObject(resource);
                isEnough = wanted - Skip == First;
                if (isEnough)
                {
                    break;
                }
            }
        }

        page.SetWritten();
    }
}
