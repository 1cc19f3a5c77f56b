using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>What each provider's writes may be sent again after. Twilio Conversations has <see cref="RetryTests"/>.</summary>
public sealed class ProviderRetryTests
{
    private static readonly TimeSpan Impatient = TimeSpan.FromSeconds(1);
    private static readonly WireAnswer Done = WireAnswer.Json(200, "{}");

    /// <summary>Every write, and whether it may be repeated although an earlier attempt may have acted.</summary>
    public static TheoryData<Api, string, bool> Writes() => new()
    {
        { Api.TwilioProxy, "POST", false },
        { Api.TwilioProxy, "DELETE", true },
        { Api.Telnyx, "POST", true },
        { Api.Telnyx, "PUT", true },
        { Api.Telnyx, "DELETE", true },
        { Api.Sunshine, "POST", false },
        { Api.Sunshine, "PATCH", false },
        { Api.Sunshine, "DELETE", true },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public Task A_server_error_is_repeated_where_repeating_is_safe(Api api, string method, bool isSafe) =>
        IsRepeatedAsync(WireAnswer.Empty(500), api, method, isSafe);

    [Theory]
    [MemberData(nameof(Writes))]
    public Task A_gateway_error_is_repeated_where_repeating_is_safe(Api api, string method, bool isSafe) =>
        IsRepeatedAsync(WireAnswer.Empty(502), api, method, isSafe);

    [Theory]
    [MemberData(nameof(Writes))]
    public Task Silence_is_repeated_where_repeating_is_safe(Api api, string method, bool isSafe) =>
        IsRepeatedAsync(WireAnswer.Silence, api, method, isSafe);

    [Theory]
    [MemberData(nameof(Writes))]
    public Task A_lost_connection_is_repeated_where_repeating_is_safe(Api api, string method, bool isSafe) =>
        IsRepeatedAsync(WireAnswer.Reset, api, method, isSafe);

    [Theory]
    [MemberData(nameof(Writes))]
    public Task Too_many_requests_is_repeated_for_every_write(Api api, string method, bool isSafe)
    {
        _ = isSafe;
        return IsRepeatedAsync(WireAnswer.Empty(429), api, method, isExpected: true);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    public async Task What_came_too_early_is_repeated_only_under_a_key(int status)
    {
        foreach (var (api, method, _) in Writes().Select(row => row.Data))
        {
            await IsRepeatedAsync(WireAnswer.Empty(status), api, method, isExpected: (api, method) == (Api.Telnyx, "POST"));
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task What_was_never_sent_is_repeated_for_every_write(Api api, string method, bool isSafe)
    {
        _ = isSafe;
        var port = WireServer.UnusedPort();
        WireServer? late = null;
        using var session = ProviderSessions.To(api, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            var response = await session.Client.SendAsync(
                ProviderSessions.RequestOf(api, method), _ => late ??= new WireServer(_ => Done, port), CancellationToken.None);
            Assert.Equal((2, false), (response.Attempts, response.MayHaveActedBefore));
            Assert.Single(late!.Requests);
        }
        finally
        {
            late?.Dispose();
        }
    }

    [Fact]
    public async Task A_repeated_creation_carries_the_same_key_and_the_same_body_whatever_it_met()
    {
        using var server = WireServer.Answering(
            WireAnswer.Empty(500), WireAnswer.Empty(409), WireAnswer.Reset, WireAnswer.Empty(408), WireAnswer.Empty(429), Done);
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        await session.SendAsync(ProviderSessions.RequestOf(Api.Telnyx, "POST"));
        Assert.Equal(6, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Headers["Idempotency-Key"]).Distinct());
        Assert.Single(server.Requests.Select(request => request.Body).Distinct());
        Assert.Matches("^[0-9a-f-]{36}$", server.Requests[0].Headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task A_repeated_creation_after_silence_carries_the_same_key()
    {
        using var server = WireServer.Answering(WireAnswer.Silence, Done);
        using var session = ProviderSessions.To(Api.Telnyx, server.Address, Impatient);
        await session.SendAsync(ProviderSessions.RequestOf(Api.Telnyx, "POST"));
        Assert.True(server.Requests.Count > 1);
        Assert.Single(server.Requests.Select(request => request.Headers["Idempotency-Key"]).Distinct());
    }

    [Fact]
    public async Task Two_creations_have_two_keys()
    {
        using var server = WireServer.Answering(Done);
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        await session.SendAsync(ProviderSessions.RequestOf(Api.Telnyx, "POST"));
        await session.SendAsync(ProviderSessions.RequestOf(Api.Telnyx, "POST"));
        Assert.Equal(2, server.Requests.Select(request => request.Headers["Idempotency-Key"]).Distinct().Count());
    }

    [Theory]
    [InlineData(Api.TwilioProxy, "POST")]
    [InlineData(Api.Sunshine, "POST")]
    [InlineData(Api.Sunshine, "PATCH")]
    public async Task A_write_whose_end_is_not_known_says_to_look_first(Api api, string method)
    {
        using var server = WireServer.Answering(WireAnswer.Reset, Done);
        using var session = ProviderSessions.To(api, server.Address);
        var failure = await Assert.ThrowsAsync<ProviderConnectionException>(() => session.SendAsync(ProviderSessions.RequestOf(api, method)));
        Assert.Equal(("ConnectionLost", 1), (failure.ErrorId, failure.Attempts));
        Assert.Contains("look before you repeat it", failure.Message);
    }

    [Theory]
    [InlineData(Api.TwilioProxy, "POST")]
    [InlineData(Api.Sunshine, "POST")]
    [InlineData(Api.Sunshine, "PATCH")]
    public async Task A_lost_write_on_a_kept_connection_is_sent_once(Api api, string method)
    {
        using var server = WireServer.Answering(Done, WireAnswer.Reset, Done);
        using var session = ProviderSessions.To(api, server.Address);
        await session.SendAsync(ProviderSessions.RequestOf(api, "GET"));
        await Assert.ThrowsAsync<ProviderConnectionException>(() => session.SendAsync(ProviderSessions.RequestOf(api, method)));
        Assert.Single(server.Requests, request => request.Method == method);
    }

    private static async Task IsRepeatedAsync(WireAnswer first, Api api, string method, bool isExpected)
    {
        using var server = WireServer.Answering(first, Done);
        using var session = ProviderSessions.To(api, server.Address, first == WireAnswer.Silence ? Impatient : null);
        var failure = await Record.ExceptionAsync(() => session.SendAsync(ProviderSessions.RequestOf(api, method)));
        Assert.Equal(isExpected, failure is null);

        // A machine that stands still for a moment makes a time-out of an answer too.
        Assert.Equal(isExpected, server.Requests.Count > 1);
        Assert.All(server.Requests, request => Assert.Equal(method, request.Method));
    }
}
