using System.Collections.Concurrent;
using System.Diagnostics;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Pacing;

public sealed class RefusalTests
{
    private const string TooManyActions = """{"code":50063,"message":"Actions per second exceeded","status":429}""";
    private const string TooManyAtOnce = """{"code":20429,"message":"Too many requests","status":429}""";

    // Clocks of different resolution took the times, so a second may look a little shorter.
    private static readonly TimeSpan AlmostASecond = TimeSpan.FromSeconds(0.95);

    [Fact]
    public async Task Refusals_of_the_same_moment_pause_the_scope_once_and_cut_once()
    {
        const int AtOnce = 5;
        using var allThere = new CountdownEvent(AtOnce);
        using var server = new WireServer(request =>
        {
            if (request.Number is 1 or > AtOnce + 1)
            {
                return WireAnswer.Empty(204);
            }

            allThere.Signal();
            allThere.Wait();
            return WireAnswer.Json(429, TooManyActions, "Retry-After: 1");
        });
        using var session = Connect.To(server, pace: 200);
        var notices = new ConcurrentQueue<RequestNotice>();
        await session.SendAnyAsync(PacedRequests.Delete(Requests.ServiceSid, 0));
        var watch = Stopwatch.StartNew();
        await session.DeleteAllAsync(Requests.ServiceSid, AtOnce, AtOnce, notices.Enqueue);
        Assert.True(watch.Elapsed >= AlmostASecond);
        Assert.Equal(1 + (2 * AtOnce), server.Requests.Count);
        Assert.Equal(AtOnce, notices.Count(notice => notice.Kind == RequestNoticeKind.Retry));
        var cut = Assert.Single(notices, notice => notice.Kind == RequestNoticeKind.Pace && notice.Text.Contains("too many actions", StringComparison.Ordinal));
        Assert.Contains($"service {Requests.ServiceSid}", cut.Text);
    }

    [Fact]
    public async Task A_refused_scope_holds_back_neither_reads_nor_other_scopes()
    {
        using var server = new WireServer(request => request.Number == 1 ? WireAnswer.Json(429, TooManyActions, "Retry-After: 60") : WireAnswer.Json(200, "{}"));
        using var session = Connect.To(server);
        using var stop = new CancellationTokenSource();
        var isRefused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var refused = session.SendAnyAsync(PacedRequests.Delete(Requests.ServiceSid, 1), notice => isRefused.TrySetResult(), stop.Token);
        await isRefused.Task;
        var same = session.SendAnyAsync(PacedRequests.Delete(Requests.ServiceSid, 2), stop: stop.Token);
        await session.SendAsync(Requests.ForMethod("GET"));
        await session.SendAnyAsync(PacedRequests.Delete("IS" + new string('9', 32), 1));
        Assert.False(same.IsCompleted);
        Assert.Equal(3, server.Requests.Count);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => same);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => refused);
    }

    [Fact]
    public async Task A_much_lower_limit_is_found_within_a_few_refusals()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0, WriteLimitPerSecond = 5, Latency = TimeSpan.FromMilliseconds(20) });
        using var session = Connect.To(sandbox, new RetryOptions(), pace: null);
        var notices = new ConcurrentQueue<RequestNotice>();
        await session.DeleteAllAsync(sandbox.DefaultServiceSid, count: 35, atOnce: 20, notices.Enqueue);
        var statuses = sandbox.Record.Requests.Select(request => request.Status).ToArray();
        Assert.Equal(35, statuses.Count(status => status == 404));
        Assert.InRange(statuses.Count(status => status == 429), 1, 20);

        // Nobody is refused again and again until it gives up.
        Assert.InRange(sandbox.Record.Requests.GroupBy(request => request.Path).Max(group => group.Count()), 2, 5);

        // Once it is found, it is kept.
        Assert.DoesNotContain(429, statuses.TakeLast(15));
    }

    [Fact]
    public async Task What_is_sent_again_goes_before_newcomers()
    {
        using var server = new WireServer(request => request.Number == 2 ? WireAnswer.Json(429, TooManyActions) : WireAnswer.Empty(204));
        using var session = Connect.To(server, pace: 5);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => session.SendAnyAsync(PacedRequests.Delete(Requests.ServiceSid, number))));
        var refused = server.Requests[1].Path;

        // One of the others may be at its turn already.
        Assert.InRange(server.Requests.ToList().FindLastIndex(request => request.Path == refused), 2, 3);
    }

    [Fact]
    public async Task Too_many_at_once_lowers_how_many_are_at_once_and_no_pace()
    {
        const int AtOnce = 4;
        using var allThere = new CountdownEvent(AtOnce);
        var atOnce = 0;
        var most = 0;
        using var server = new WireServer(request =>
        {
            if (request.Number <= AtOnce)
            {
                allThere.Signal();
                allThere.Wait();
                return request.Number == 1 ? WireAnswer.Json(429, TooManyAtOnce) : WireAnswer.Json(200, "{}");
            }

            InterlockedMax(ref most, Interlocked.Increment(ref atOnce));
            Thread.Sleep(20);
            Interlocked.Decrement(ref atOnce);
            return WireAnswer.Json(200, "{}");
        });
        using var session = Connect.To(server);
        var notices = new ConcurrentQueue<RequestNotice>();
        await ReadAllAsync(session.Client, AtOnce, notices.Enqueue);
        await ReadAllAsync(session.Client, 12, notices.Enqueue);
        Assert.InRange(most, 1, AtOnce / 2);
        Assert.Single(notices, notice => notice.Kind == RequestNoticeKind.Pace && notice.Text.Contains("at once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_telnyx_says_of_the_rest_is_obeyed()
    {
        var received = new ConcurrentQueue<(TimeSpan Time, int Number)>();
        var watch = Stopwatch.StartNew();
        using var server = new WireServer(request =>
        {
            received.Enqueue((watch.Elapsed, request.Number));

            // Three to a window of a second that begins with the first of them.
            var remaining = (3 - request.Number % 3) % 3;
            return WireAnswer.Json(200, "{}", "x-ratelimit-limit: 3", $"x-ratelimit-remaining: {remaining}", "x-ratelimit-reset: 1");
        });
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 9),
            new ParallelOptions { MaxDegreeOfParallelism = 9 },
            async (_, stop) => await session.SendAnyAsync(ProviderSessions.RequestOf(Api.Telnyx, "DELETE"), stop: stop));
        var times = received.OrderBy(request => request.Number).Select(request => request.Time).ToArray();
        Assert.True(times[3] - times[2] >= AlmostASecond);
        Assert.True(times[6] - times[5] >= AlmostASecond);
    }

    [Fact]
    public async Task A_long_window_is_used_evenly()
    {
        var received = new ConcurrentQueue<TimeSpan>();
        var watch = Stopwatch.StartNew();
        using var server = new WireServer(request =>
        {
            received.Enqueue(watch.Elapsed);
            return WireAnswer.Json(200, "{}", $"x-ratelimit-remaining: {40 - request.Number}", "x-ratelimit-reset: 20");
        });
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await session.SendAnyAsync(ProviderSessions.RequestOf(Api.Telnyx, "DELETE"));
        }

        // 39 in 20 s are one in half a second.
        var times = received.ToArray();
        Assert.True(times[3] - times[0] >= TimeSpan.FromSeconds(1.4));
    }

    private static Task ReadAllAsync(ProviderClient client, int count, Action<RequestNotice> notice) => Task.WhenAll(
        Enumerable.Range(0, count).Select(_ => client.SendAsync(Requests.ForMethod("GET"), notice, CancellationToken.None)));

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
