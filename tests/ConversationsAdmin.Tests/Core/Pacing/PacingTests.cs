using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Pacing;

public sealed class PacingTests
{
    private const double PaceOfTwilio = 29;

    // Clocks of different resolution took the times, so a second may look a little shorter.
    private static readonly TimeSpan AlmostASecond = TimeSpan.FromSeconds(0.95);

    [Fact]
    public async Task The_limit_of_twilio_is_kept_without_a_refusal()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0, WriteLimitPerSecond = 30, Latency = TimeSpan.FromMilliseconds(50) });
        using var session = Connect.To(sandbox, pace: null);
        await session.DeleteAllAsync(sandbox.DefaultServiceSid, count: 150, atOnce: 20);
        Assert.Equal(150, sandbox.Record.Requests.Count);
        Assert.DoesNotContain(sandbox.Record.Requests, request => request.Status == 429);
    }

    [Fact]
    public async Task Several_runs_on_a_connection_share_its_budget()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0, WriteLimitPerSecond = 30 });
        using var session = Connect.To(sandbox, pace: null);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => session.DeleteAllAsync(sandbox.DefaultServiceSid, count: 30, atOnce: 10)));
        Assert.DoesNotContain(sandbox.Record.Requests, request => request.Status == 429);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(7.5)]
    public async Task A_pace_that_is_given_is_kept(double pace)
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox, pace: pace);
        await session.DeleteAllAsync(sandbox.DefaultServiceSid, count: 30, atOnce: 10);
        var received = sandbox.Record.Requests.Select(request => request.Received).ToArray();
        var aSecondLater = (int)Math.Ceiling(pace);
        Assert.All(received.Zip(received.Skip(aSecondLater)), pair => Assert.True(pair.Second - pair.First >= AlmostASecond));
    }

    [Fact]
    public async Task A_pace_of_zero_is_none()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0, Latency = TimeSpan.FromMilliseconds(50) });
        using var session = Connect.To(sandbox, pace: 0);
        await session.DeleteAllAsync(sandbox.DefaultServiceSid, count: 60, atOnce: 20);
        Assert.True(sandbox.Record.Requests[^1].Received - sandbox.Record.Requests[0].Received < TimeSpan.FromSeconds(60 / PaceOfTwilio));
    }

    [Fact]
    public async Task Writes_that_wait_hold_up_no_read()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox, pace: PacedRequests.Never, maxConcurrency: 1);
        using var stop = new CancellationTokenSource();
        var writes = Enumerable.Range(0, 5).Select(number => session.SendAnyAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, number), stop: stop.Token)).ToArray();
        await writes[0];
        Assert.Equal(200, (await session.SendAsync(ServiceResource.List)).StatusCode);
        Assert.All(writes.Skip(1), write => Assert.False(write.IsCompleted));
        Assert.Equal(PacedRequests.Never, session.Client.CurrentPace);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(writes));
    }

    [Fact]
    public async Task A_cancelled_wait_ends_at_once_and_its_turn_goes_to_the_next()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox, pace: 1);
        using var stop = new CancellationTokenSource();
        await session.SendAnyAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, 1));
        var head = session.SendAnyAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, 2), stop: stop.Token);
        var behind = session.SendAnyAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, 3), stop: stop.Token);
        var last = session.SendAnyAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, 4));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => head);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => behind);
        Assert.False(last.IsCompleted);
        await last;
        var received = sandbox.Record.Requests.Select(request => request.Received).ToArray();
        Assert.Equal(2, received.Length);

        // One interval later, and not those of the cancelled ones too.
        Assert.InRange(received[1] - received[0], AlmostASecond, TimeSpan.FromSeconds(1.9));
    }

    [Fact]
    public async Task Requests_go_in_the_order_in_which_they_came()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox, pace: 50);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => session.SendAnyAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, number))));
        var sent = sandbox.Record.Requests.Select(request => request.Path).ToArray();
        Assert.Equal(sent.Order(StringComparer.Ordinal), sent);
    }

    [Fact]
    public async Task Each_service_has_a_budget_of_its_own()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox, pace: PacedRequests.Never);
        using var stop = new CancellationTokenSource();
        await session.SendAnyAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, 1));
        await session.SendAnyAsync(PacedRequests.Delete(Requests.ServiceSid, 1));
        var second = session.SendAnyAsync(PacedRequests.Create(sandbox.DefaultServiceSid), stop: stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task Each_conversation_has_a_budget_of_its_own_and_so_has_its_service()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        var (one, other) = await TwoConversationsAsync(sandbox);
        using var session = Connect.To(sandbox, pace: PacedRequests.Never);
        using var stop = new CancellationTokenSource();
        await session.SendAnyAsync(PacedRequests.Rename(sandbox.DefaultServiceSid, one));
        await session.SendAnyAsync(PacedRequests.Rename(sandbox.DefaultServiceSid, other));
        await session.SendAnyAsync(PacedRequests.Create(sandbox.DefaultServiceSid));
        var again = session.SendAnyAsync(PacedRequests.Rename(sandbox.DefaultServiceSid, one), stop: stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => again);
    }

    [Fact]
    public async Task Who_may_not_be_sent_any_more_when_its_turn_comes_is_never_sent()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox, pace: 10);
        var isOver = false;
        await session.SendAnyAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, 1));
        var waiting = session.Client.SendAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, 2), null, CancellationToken.None, () => !isOver);
        isOver = true;
        await Assert.ThrowsAsync<NotBegunException>(() => waiting);
        Assert.Single(sandbox.Record.Requests);
    }

    [Fact]
    public async Task Nothing_is_written_down_as_being_sent_while_it_waits_for_its_turn()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox, pace: PacedRequests.Never);
        using var stop = new CancellationTokenSource();
        await session.SendAnyAsync(PacedRequests.Delete(sandbox.DefaultServiceSid, 1));
        var isSending = false;
        var waiting = session.Client.SendAsync(
            PacedRequests.Delete(sandbox.DefaultServiceSid, 2), null, stop.Token, sending: () => Task.FromResult(isSending = true));
        await session.SendAsync(ServiceResource.List);
        Assert.False(isSending);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(isSending);
    }

    [Fact]
    public async Task A_first_call_ends_before_others_follow()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0, Latency = TimeSpan.FromMilliseconds(500) });
        using var session = Connect.To(sandbox, pace: 100);
        await session.DeleteAllAsync(sandbox.DefaultServiceSid, count: 6, atOnce: 6);
        Assert.Equal(1, sandbox.Record.Requests[1].ConcurrentRequests);
        Assert.Contains(sandbox.Record.Requests, request => request.ConcurrentRequests > 1);
    }

    private static async Task<(string One, string Other)> TwoConversationsAsync(TwilioSandbox sandbox)
    {
        using var session = Connect.To(sandbox);
        return ((await session.CreateConversationAsync(sandbox)).ConversationSid, (await session.CreateConversationAsync(sandbox)).ConversationSid);
    }
}
