using System.Threading.Channels;

namespace ConversationsAdmin.Core.Parallel;

/// <summary>
/// A bounded queue with a fixed number of workers and a bounded queue of results. Whoever adds waits for room by taking results meanwhile.
/// </summary>
/// <typeparam name="TItem">What goes in.</typeparam>
/// <typeparam name="TResult">What comes out, in the order in which it is finished.</typeparam>
public sealed class ParallelQueue<TItem, TResult>
{
    // What is under way when a run is stopped may end well within this, so that its outcome is known instead of guessed.
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(500);

    // A run that ends by itself has more time for that than one that a person stops.
    private static readonly TimeSpan HaltGrace = TimeSpan.FromSeconds(5);

    // Long enough that most runs know their total, and so the remaining time, soon after they began.
    private const int MaxItemsWaiting = 10_000;

    private const int ResultsPerWorker = 16;

    private readonly Channel<TItem> items;
    private readonly Channel<TResult> results;
    private readonly Func<TItem, ChannelWriter<TResult>, CancellationToken, Task> work;
    private readonly CancellationTokenSource abort = new();
    private readonly CancellationTokenSource halt;
    private readonly CancellationToken stopping;
    private int isHalted;

    /// <summary>Starts the workers.</summary>
    /// <param name="throttleLimit">How many work at once.</param>
    /// <param name="work">Does the work for one item and writes what comes of it.</param>
    /// <param name="stopping">Ends the run: nothing new is begun, and what is under way is given half a second.</param>
    public ParallelQueue(int throttleLimit, Func<TItem, ChannelWriter<TResult>, CancellationToken, Task> work, CancellationToken stopping)
    {
        this.work = work;
        this.stopping = stopping;
        items = Channel.CreateBounded<TItem>(new BoundedChannelOptions(MaxItemsWaiting) { SingleWriter = true });
        results = Channel.CreateBounded<TResult>(new BoundedChannelOptions(throttleLimit * ResultsPerWorker) { SingleReader = true });
        halt = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        stopping.Register(() => abort.CancelAfter(StopGrace));
        Completion = RunAsync(throttleLimit);
    }

    /// <summary>What is finished. It ends when everything added is.</summary>
    public ChannelReader<TResult> Results => results.Reader;

    /// <summary>Ends when no worker works any more. It never fails: a worker's failure is read from <see cref="Results"/>.</summary>
    public Task Completion { get; }

    /// <summary>Adds an item if there is room.</summary>
    /// <param name="item">The item.</param>
    public bool TryAdd(TItem item) => items.Writer.TryWrite(item);

    /// <summary>Adds an item as soon as there is room. Somebody else must take the results meanwhile.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when the run has ended and takes nothing more.</returns>
    public async ValueTask<bool> AddAsync(TItem item, CancellationToken cancellationToken)
    {
        while (await items.Writer.WaitToWriteAsync(cancellationToken).ConfigureAwait(false))
        {
            if (items.Writer.TryWrite(item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ends when there is room, or when there is a result to take.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WaitForRoomOrResultAsync(CancellationToken cancellationToken) => Task.WhenAny(
        items.Writer.WaitToWriteAsync(cancellationToken).AsTask(),
        results.Reader.WaitToReadAsync(cancellationToken).AsTask());

    /// <summary>Says that nothing more will be added.</summary>
    public void CompleteAdding() => items.Writer.TryComplete();

    /// <summary>True once the run ends: what is under way should not be repeated.</summary>
    public bool IsHalted => halt.IsCancellationRequested;

    /// <summary>Ends the run: nothing new is begun, and what is under way is given five seconds. May be called by a worker.</summary>
    public void Halt()
    {
        // Only the first call counts: a later one, such as that of a worker that finds the queue halted, must not give more time.
        if (Interlocked.Exchange(ref isHalted, 1) == 1 || halt.IsCancellationRequested)
        {
            return;
        }

        halt.Cancel();
        abort.CancelAfter(HaltGrace);
        if (stopping.IsCancellationRequested)
        {
            abort.CancelAfter(StopGrace);
        }
    }

    /// <summary>Takes what was added and never begun. Only when the run has ended.</summary>
    public IEnumerable<TItem> TakeWaiting()
    {
        while (items.Reader.TryRead(out var item))
        {
            yield return item;
        }
    }

    private async Task RunAsync(int throttleLimit)
    {
        Exception? failure = null;
        try
        {
            await Task.WhenAll(Enumerable.Range(0, throttleLimit).Select(_ => Task.Run(WorkAsync))).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        items.Writer.TryComplete();
        results.Writer.TryComplete(failure);
    }

    private async Task WorkAsync()
    {
        try
        {
            while (await items.Reader.WaitToReadAsync(halt.Token).ConfigureAwait(false))
            {
                while (!halt.IsCancellationRequested && items.Reader.TryRead(out var item))
                {
                    await work(item, results.Writer, abort.Token).ConfigureAwait(false);
                }
            }
        }
        catch
        {
            // One worker's failure ends the run for all: nothing more is begun.
            Halt();
            throw;
        }
    }
}
