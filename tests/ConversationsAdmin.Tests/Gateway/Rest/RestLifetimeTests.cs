using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Cli;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Rest;

/// <summary>Callers who go away, callers who want much, and an end in the middle of work.</summary>
public sealed class RestLifetimeTests
{
    private const string Telnyx = "/v1/telnyx/v2/ai/conversations";
    private static readonly SandboxOptions Endless = new() { Conversations = 0, Latency = TimeSpan.FromHours(1) };
    private static readonly SandboxOptions Slow = new() { Conversations = 0, Latency = TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task A_read_ends_when_its_caller_hangs_up()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(sandbox: Endless);
        using var hangUp = new CancellationTokenSource();
        var pending = gateway.Client.Send(HttpMethod.Get, gateway.Conversations, content: null, hangUp.Token);
        await Waiting.UntilAsync(() => gateway.Twilio.Record.InFlight == 1);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        await Waiting.UntilAsync(() => gateway.Twilio.Record.InFlight == 0);
        Assert.True(Assert.Single(gateway.Arrived).Cancelled);
    }

    [Fact]
    public async Task A_write_ends_well_although_its_caller_hangs_up_and_is_logged()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(sandbox: Slow);
        using var hangUp = new CancellationTokenSource();
        var pending = gateway.Client.Send(HttpMethod.Post, gateway.Conversations, GatewayClient.JsonOf(new { FriendlyName = "a" }), hangUp.Token);
        await Waiting.UntilAsync(() => gateway.Twilio.Record.InFlight == 1);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        await Waiting.UntilAsync(() => gateway.Log.Writes.Count == 1);
        var arrived = Assert.Single(gateway.Arrived);
        Assert.Equal((false, 201), (arrived.Cancelled, arrived.Status));
        Assert.Equal(("CreateServiceConversation", "201"), (gateway.Log.Writes[0]["Operation"], gateway.Log.Writes[0]["Status"]));
    }

    [Fact]
    public async Task The_end_waits_for_what_is_in_progress_and_takes_nothing_new()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(sandbox: Slow);
        var pending = gateway.Client.Post(gateway.Conversations, new { FriendlyName = "a" });
        await Waiting.UntilAsync(() => gateway.Twilio.Record.InFlight == 1);
        await gateway.StopAsync(new CancellationToken(canceled: true));
        (await pending).Expect(201);
        using var late = gateway.ClientOf(GatewayUnderTest.SecondCaller);
        await Assert.ThrowsAsync<HttpRequestException>(() => late.Get("/healthz"));
        Assert.Single(gateway.Log.Entries);
    }

    [Fact]
    public async Task One_caller_with_many_slow_calls_does_not_keep_another_waiting()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(GatewayUnderTest.Everything with { ConcurrencyPerCaller = 2 }, Endless);
        using var hangUp = new CancellationTokenSource();
        using var second = gateway.ClientOf(GatewayUnderTest.SecondCaller);
        var greedy = Enumerable.Range(0, 6).Select(_ => gateway.Client.Send(HttpMethod.Get, Telnyx, content: null, hangUp.Token)).ToArray();
        await Waiting.UntilAsync(() => gateway.Telnyx.Record.InFlight == 2);
        var other = second.Send(HttpMethod.Get, gateway.Conversations, content: null, hangUp.Token);
        await Waiting.UntilAsync(() => gateway.Twilio.Record.InFlight == 1);
        Assert.Equal(2, gateway.Telnyx.Record.MaxConcurrent);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll([.. greedy, other]));
    }

    [Fact]
    public async Task Who_has_too_many_waiting_is_told_to_wait()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(GatewayUnderTest.Everything with { ConcurrencyPerCaller = 1 }, Endless);
        using var hangUp = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 258).Select(_ => gateway.Client.Send(HttpMethod.Get, Telnyx, content: null, hangUp.Token)).ToArray();
        var refused = await await Task.WhenAny(calls);
        Assert.Equal("1", refused.Refused(429, "too_many_calls").Headers["Retry-After"]);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(calls));
        Assert.Equal(1, gateway.Telnyx.Record.MaxConcurrent);
    }
}
