using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class CancellationTests
{
    private static readonly SandboxOptions Throttled = new() { Conversations = 0, ThrottleFirst = 1, RetryAfter = TimeSpan.FromMinutes(1) };

    [Fact]
    public async Task A_request_under_way_ends_as_cancelled_and_not_as_failed()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0, Latency = TimeSpan.FromHours(1) });
        using var session = Connect.To(sandbox);
        using var stop = new CancellationTokenSource();
        var pending = session.SendAsync(Requests.Of(ServiceResource.List), stop.Token);
        while (sandbox.Record.InFlight == 0)
        {
            await Task.Delay(5);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.True(Assert.Single(sandbox.Record.Requests).Cancelled);
        Assert.Equal(0, sandbox.Record.InFlight);
    }

    [Fact]
    public async Task A_silent_socket_is_left_as_cancelled()
    {
        using var server = WireServer.Answering(WireAnswer.Silence);
        using var session = Connect.To(server);
        using var stop = new CancellationTokenSource();
        var pending = session.SendAsync(Requests.ForMethod("DELETE"), stop.Token);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(5);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Waiting_for_a_retry_ends_at_once()
    {
        var sandbox = new TwilioSandbox(Throttled);
        using var session = Connect.To(sandbox);
        using var stop = new CancellationTokenSource();
        var pending = SendUntilThrottledAsync(session, stop.Token, stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Single(sandbox.Record.Requests);
    }

    [Fact]
    public async Task Waiting_at_the_paused_connection_ends_at_once()
    {
        var sandbox = new TwilioSandbox(Throttled);
        using var session = Connect.To(sandbox);
        using var stopFirst = new CancellationTokenSource();
        using var stopSecond = new CancellationTokenSource();
        var paused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = SendUntilThrottledAsync(session, stopFirst.Token, paused.SetResult);
        await paused.Task;
        var second = session.SendAsync(Requests.Of(ServiceResource.List), stopSecond.Token);
        await stopSecond.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(first.IsCompleted);
        Assert.Single(sandbox.Record.Requests);
        await stopFirst.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_cancelled_wait_gives_its_place_back()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        foreach (var _ in Enumerable.Range(0, 200))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.SendAsync(Requests.Of(ServiceResource.List), stopped.Token));
        }

        Assert.Empty(sandbox.Record.Requests);
        Assert.Equal(200, (await session.SendAsync(ServiceResource.List)).StatusCode);
    }

    [Fact]
    public async Task A_cancelled_list_asks_for_no_further_page()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 100 });
        using var session = Connect.To(sandbox);
        using var stop = new CancellationTokenSource();
        var list = Requests.Of(ConversationResource.List, ("ChatServiceSid", sandbox.DefaultServiceSid), ("PageSize", 5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in session.ListAsync(list, ConversationResource.Read, null, stop.Token))
            {
                await stop.CancelAsync();
            }
        });
        Assert.Single(sandbox.Record.Requests);
    }

    private static Task<ProviderResponse> SendUntilThrottledAsync(ProviderSession session, CancellationToken cancellationToken, Action throttled) =>
        session.Client.SendAsync(
            Requests.Of(ServiceResource.List),
            notice =>
            {
                if (notice.IsRetry)
                {
                    throttled();
                }
            },
            cancellationToken);
}
