using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Pacing;

public sealed class CarefulPaceTests
{
    [Fact]
    public async Task Who_publishes_no_number_is_met_carefully()
    {
        var sandbox = new SunshineSandbox(new SandboxOptions { Conversations = 0 });
        using var session = ProviderSessions.To(sandbox, pace: null);
        await DeleteAsync(session, DeleteFrom(sandbox), 25);

        // At 10 a second, which rises by little more than one each second.
        var received = sandbox.Record.Requests.Select(request => request.Received).ToArray();
        Assert.True(received[^1] - received[0] >= TimeSpan.FromSeconds(1.5));
        Assert.True(received[^1] - received[15] < received[15] - received[0]);
    }

    [Fact]
    public async Task The_limit_that_telnyx_tells_is_kept_without_a_refusal()
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 0, WriteLimitPerSecond = 6 });
        using var session = ProviderSessions.To(sandbox, pace: null);
        await DeleteAsync(session, ProviderSessions.RequestOf(Api.Telnyx, "DELETE"), 30);
        Assert.Equal(30, sandbox.Record.Requests.Count);
        Assert.DoesNotContain(sandbox.Record.Requests, request => request.Status == 429);
    }

    [Fact]
    public async Task A_limit_that_nobody_tells_is_found()
    {
        var sandbox = new SunshineSandbox(new SandboxOptions { Conversations = 0, WriteLimitPerSecond = 5, Latency = TimeSpan.FromMilliseconds(20) });
        using var session = ProviderSessions.To(sandbox, pace: null);
        await DeleteAsync(session, DeleteFrom(sandbox), 40);
        Assert.InRange(sandbox.Record.Requests.Count(request => request.Status == 429), 1, 20);
        Assert.Equal(40, sandbox.Record.Requests.Count(request => request.Status == 404));
    }

    [Fact]
    public async Task Proxy_has_one_pace_for_all_its_writes()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox, pace: PacedRequests.Never);
        using var stop = new CancellationTokenSource();
        await session.SendAnyAsync(ProviderSessions.RequestOf(Api.TwilioProxy, "DELETE"));
        var second = session.SendAnyAsync(ProviderSessions.RequestOf(Api.TwilioProxy, "POST"), stop: stop.Token);
        await session.SendAnyAsync(ProviderSessions.RequestOf(Api.TwilioProxy, "GET"));
        await session.SendAnyAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, 1));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    private static OperationRequest DeleteFrom(SunshineSandbox sandbox) => Requests.Of(
        SunshineConversationResource.Delete, ("appId", sandbox.AppId), ("conversationId", ProviderSessions.SunshineConversationId));

    private static Task DeleteAsync(ProviderSession session, OperationRequest request, int count) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = 10 },
        async (_, stop) => await session.SendAnyAsync(request, stop: stop));
}
