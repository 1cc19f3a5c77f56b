using System.Collections.Concurrent;
using ConversationsAdmin.Core.Parallel;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class ParallelQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(20)]
    public async Task All_that_goes_in_comes_out_and_never_more_run_at_once_than_allowed(int limit)
    {
        var running = 0;
        var most = 0;
        var queue = new ParallelQueue<int, int>(
            limit,
            async (item, results, _) =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                await Task.Yield();
                Interlocked.Decrement(ref running);
                await results.WriteAsync(item, CancellationToken.None);
            },
            CancellationToken.None);
        var adding = AddAllAsync(queue, 500);
        Assert.Equal(Enumerable.Range(0, 500), (await TakeAllAsync(queue)).Order());
        await adding;
        Assert.InRange(most, 1, limit);
    }

    [Fact]
    public async Task As_many_run_at_once_as_allowed()
    {
        const int Limit = 8;
        using var everybodyIsHere = new CountdownEvent(Limit);
        var queue = new ParallelQueue<int, int>(
            Limit,
            async (item, results, _) =>
            {
                everybodyIsHere.Signal();
                await Task.Run(everybodyIsHere.Wait, CancellationToken.None);
                await results.WriteAsync(item, CancellationToken.None);
            },
            CancellationToken.None);
        await AddAllAsync(queue, Limit);
        Assert.Equal(Limit, (await TakeAllAsync(queue).WaitAsync(Patience)).Count);
    }

    [Fact]
    public async Task Who_takes_no_results_bounds_the_work_and_the_waiting()
    {
        const int Endless = 1_000_000;
        const int Limit = 2;
        var begun = 0;
        var queue = new ParallelQueue<int, int>(
            Limit,
            async (item, results, token) =>
            {
                Interlocked.Increment(ref begun);
                await results.WriteAsync(item, token);
            },
            CancellationToken.None);
        var added = 0;
        while (added < Endless && queue.TryAdd(added))
        {
            added++;
        }

        Assert.InRange(added, 1, Endless / 10);
        await queue.WaitForRoomOrResultAsync(CancellationToken.None);
        Assert.True(begun < added);
        queue.Halt();
        await Task.Run(TakeUntilTheEnd).WaitAsync(Patience);
        Assert.True(begun < added);

        async Task TakeUntilTheEnd()
        {
            while (!queue.Completion.IsCompleted)
            {
                queue.Results.TryRead(out _);
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task After_a_halt_nothing_is_begun_and_what_runs_is_awaited()
    {
        const int Limit = 3;
        using var begun = new CountdownEvent(Limit);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var items = new ConcurrentBag<int>();
        var queue = new ParallelQueue<int, int>(
            Limit,
            async (item, results, _) =>
            {
                items.Add(item);
                begun.Signal();
                await goOn.Task;
                await results.WriteAsync(item, CancellationToken.None);
            },
            CancellationToken.None);
        var adding = AddAllAsync(queue, 50);
        Assert.True(begun.Wait(Patience));
        queue.Halt();
        Assert.False(queue.Completion.IsCompleted);
        goOn.SetResult();
        await queue.Completion.WaitAsync(Patience);
        await adding.WaitAsync(Patience);
        Assert.Equal(Limit, items.Count);
        var finished = new List<int>();
        await Record.ExceptionAsync(() => TakeAllAsync(queue, finished));
        Assert.Equal(items.Order(), finished.Order());
    }

    [Fact]
    public async Task The_token_ends_the_run_as_a_halt_does()
    {
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var queue = new ParallelQueue<int, int>(
            1,
            async (_, _, token) =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
            },
            stop.Token);
        var adding = AddAllAsync(queue, 10);
        await begun.Task;
        await stop.CancelAsync();
        await queue.Completion.WaitAsync(Patience);
        await adding.WaitAsync(Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TakeAllAsync(queue));
    }

    [Fact]
    public async Task A_workers_failure_surfaces_and_ends_the_run()
    {
        var begun = 0;
        var queue = new ParallelQueue<int, int>(
            4,
            async (item, results, _) =>
            {
                Interlocked.Increment(ref begun);
                await Task.Yield();
                if (item == 5)
                {
                    throw new InvalidTimeZoneException("five");
                }

                await results.WriteAsync(item, CancellationToken.None);
            },
            CancellationToken.None);
        var adding = AddAllAsync(queue, 5000);
        Assert.Equal("five", (await Assert.ThrowsAsync<InvalidTimeZoneException>(() => TakeAllAsync(queue))).Message);
        await queue.Completion.WaitAsync(Patience);
        await adding.WaitAsync(Patience);
        Assert.InRange(begun, 1, 4999);
    }

    [Fact]
    public async Task A_worker_that_ends_late_gives_the_others_no_more_time()
    {
        var begun = new CountdownEvent(2);
        var queue = new ParallelQueue<int, int>(
            2,
            async (item, _, token) =>
            {
                begun.Signal();

                // One ends in the middle of the grace, and finds the queue halted; the other never ends by itself.
                await (item == 0 ? Task.Delay(TimeSpan.FromSeconds(3), CancellationToken.None) : Task.Delay(Timeout.Infinite, token));
            },
            CancellationToken.None);
        await AddAllAsync(queue, 2);
        begun.Wait(Patience);
        queue.Halt();
        await queue.Completion.WaitAsync(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task After_the_end_nothing_more_is_taken()
    {
        var queue = new ParallelQueue<int, int>(1, (_, _, _) => Task.CompletedTask, CancellationToken.None);
        queue.CompleteAdding();
        await queue.Completion.WaitAsync(Patience);
        Assert.False(await queue.AddAsync(1, CancellationToken.None));
        Assert.False(queue.TryAdd(1));
    }

    private static async Task AddAllAsync(ParallelQueue<int, int> queue, int count)
    {
        for (var item = 0; item < count && await queue.AddAsync(item, CancellationToken.None); item++)
        {
        }

        queue.CompleteAdding();
    }

    private static Task<List<int>> TakeAllAsync(ParallelQueue<int, int> queue) => TakeAllAsync(queue, []);

    private static async Task<List<int>> TakeAllAsync(ParallelQueue<int, int> queue, List<int> taken)
    {
        await foreach (var result in queue.Results.ReadAllAsync())
        {
            taken.Add(result);
        }

        return taken;
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
