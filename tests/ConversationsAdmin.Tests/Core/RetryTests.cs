using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class RetryTests
{
    // Clocks of different resolution took the times, so a second may look a little shorter.
    private static readonly TimeSpan AlmostASecond = TimeSpan.FromSeconds(0.95);

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Too_many_requests_is_repeated_for_every_method(string method)
    {
        using var server = WireServer.Answering(WireAnswer.Empty(429), WireAnswer.Empty(429), WireAnswer.Json(200, "{}"));
        using var session = Connect.To(server);
        var response = await session.SendAsync(Requests.ForMethod(method));
        Assert.Equal(3, response.Attempts);
        Assert.Equal([method, method, method], server.Requests.Select(request => request.Method));
        Assert.False(response.MayHaveActedBefore);
    }

    [Fact]
    public async Task A_throttled_create_makes_one_conversation()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0, ThrottleFirst = 3 });
        using var session = Connect.To(sandbox);
        await session.CreateConversationAsync(sandbox, ("UniqueName", "once"));
        Assert.Equal([429, 429, 429, 201], sandbox.Record.Requests.Select(request => request.Status!.Value));
    }

    [Theory]
    [InlineData("GET", 500)]
    [InlineData("GET", 502)]
    [InlineData("GET", 503)]
    [InlineData("GET", 504)]
    [InlineData("DELETE", 500)]
    [InlineData("DELETE", 503)]
    public async Task A_server_error_is_repeated_where_repeating_is_safe(string method, int status)
    {
        using var server = WireServer.Answering(WireAnswer.Empty(status), WireAnswer.Json(200, "{}"));
        using var session = Connect.To(server);
        Assert.Equal(2, (await session.SendAsync(Requests.ForMethod(method))).Attempts);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_create_that_met_a_server_error_is_sent_once(int status)
    {
        using var server = WireServer.Answering(WireAnswer.Empty(status), WireAnswer.Json(201, "{}"));
        using var session = Connect.To(server);
        var failure = await Assert.ThrowsAsync<ProviderResponseException>(() => session.SendAsync(Requests.ForMethod("POST")));
        Assert.Equal((status, 1), (failure.StatusCode, failure.Attempts));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task A_request_without_an_answer_is_repeated_where_repeating_is_safe(string method)
    {
        using var server = WireServer.Answering(WireAnswer.Silence, WireAnswer.Json(200, "{}"));
        using var session = Connect.To(server, timeout: TimeSpan.FromSeconds(1));
        var response = await session.SendAsync(Requests.ForMethod(method));
        Assert.True(response.MayHaveActedBefore);
        Assert.Equal(response.Attempts, server.Requests.Count);
    }

    [Fact]
    public async Task A_create_without_an_answer_is_sent_once()
    {
        using var server = WireServer.Answering(WireAnswer.Silence);
        using var session = Connect.To(server, timeout: TimeSpan.FromSeconds(1));
        var failure = await Assert.ThrowsAsync<ProviderTimeoutException>(() => session.SendAsync(Requests.ForMethod("POST")));
        Assert.DoesNotContain("Try again later", failure.Message);
        Assert.Equal(1, failure.Attempts);
        Assert.Contains("Whether it acted is not known", failure.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("GET", 2)]
    [InlineData("DELETE", 2)]
    [InlineData("POST", 1)]
    public async Task A_broken_connection_is_repeated_where_repeating_is_safe(string method, int expectedRequests)
    {
        using var server = WireServer.Answering(WireAnswer.Reset, WireAnswer.Json(200, "{}"));
        using var session = Connect.To(server);
        var failure = await Record.ExceptionAsync(() => session.SendAsync(Requests.ForMethod(method)));
        Assert.Equal(method == "POST", failure is ProviderConnectionException { NeverSent: false });
        Assert.Equal(expectedRequests, server.Requests.Count);
    }

    /// <summary>The socket below repeats by itself what it sent on a kept connection, unless it is kept from it.</summary>
    [Fact]
    public async Task A_create_without_fields_is_sent_once_on_a_kept_connection_too()
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, "{}"), WireAnswer.Reset, WireAnswer.Json(201, "{}"));
        using var session = Connect.To(server);
        await session.SendAsync(Requests.ForMethod("GET"));
        await Assert.ThrowsAsync<ProviderConnectionException>(
            () => session.SendAsync(ConversationResource.Create, ("ChatServiceSid", Requests.ServiceSid)));
        Assert.Single(server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task Every_sending_counts_as_an_attempt_on_a_kept_connection_too()
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, "{}"), WireAnswer.Reset, WireAnswer.Empty(204));
        using var session = Connect.To(server);
        await session.SendAsync(Requests.ForMethod("GET"));
        var response = await session.SendAsync(Requests.ForMethod("DELETE"));
        Assert.Equal(server.Requests.Count(request => request.Method == "DELETE"), response.Attempts);
        Assert.True(response.MayHaveActedBefore);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task What_was_never_sent_is_repeated_for_every_method(string method)
    {
        var port = WireServer.UnusedPort();
        WireServer? late = null;
        using var session = Connect.To(new Uri($"http://127.0.0.1:{port}"));
        try
        {
            var response = await session.Client.SendAsync(
                Requests.ForMethod(method),
                _ => late ??= new WireServer(_ => WireAnswer.Json(200, "{}"), port),
                CancellationToken.None);
            Assert.Equal((2, false), (response.Attempts, response.MayHaveActedBefore));
            Assert.Single(late!.Requests);
        }
        finally
        {
            late?.Dispose();
        }
    }

    [Theory]
    [InlineData(429, 3, 5)]
    [InlineData(500, 2, 3)]
    public async Task Attempts_are_counted_and_end(int status, int failedRetries, int expectedAttempts)
    {
        using var server = WireServer.Answering(WireAnswer.Empty(status));
        using var session = Connect.To(server, Connect.Quick with { MaxThrottled = 4, MaxFailed = failedRetries });
        var failure = await Assert.ThrowsAsync<ProviderResponseException>(() => session.SendAsync(Requests.ForMethod("GET")));
        Assert.Equal(expectedAttempts, failure.Attempts);
        Assert.Equal(expectedAttempts, server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task What_the_provider_decided_is_not_asked_again(int status)
    {
        using var server = WireServer.Answering(WireAnswer.Empty(status), WireAnswer.Json(200, "{}"));
        using var session = Connect.To(server);
        await Assert.ThrowsAsync<ProviderResponseException>(() => session.SendAsync(Requests.ForMethod("DELETE")));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)] // A date is cut to the second before it, so a wait of two seconds lasts at least one.
    public async Task Retry_after_is_honoured_beyond_our_own_longest_wait(bool asDate, int seconds)
    {
        var sandbox = new TwilioSandbox(new SandboxOptions
        {
            Conversations = 0,
            ThrottleFirst = 1,
            RetryAfter = TimeSpan.FromSeconds(seconds),
            RetryAfterAsDate = asDate,
        });
        using var session = Connect.To(sandbox);
        await session.SendAsync(ServiceResource.List);
        var received = sandbox.Record.Requests.Select(request => request.Received).ToArray();
        Assert.Equal(2, received.Length);
        Assert.True(received[1] - received[0] >= AlmostASecond);
    }

    [Fact]
    public async Task Too_many_requests_holds_back_what_else_runs_on_the_connection()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0, ThrottleFirst = 1, RetryAfter = TimeSpan.FromSeconds(1) });
        using var session = Connect.To(sandbox);
        Task<ProviderResponse>? other = null;
        await session.Client.SendAsync(
            Requests.Of(ServiceResource.List),
            notice =>
            {
                if (notice.IsRetry)
                {
                    other = session.SendAsync(ServiceResource.Fetch, ("Sid", sandbox.DefaultServiceSid));
                }
            },
            CancellationToken.None);
        await other!;
        var requests = sandbox.Record.Requests;
        Assert.Equal(3, requests.Count);
        Assert.All(requests.Skip(1), request => Assert.True(request.Received - requests[0].Received >= AlmostASecond));
    }

    [Theory]
    [InlineData(429, "600")]
    [InlineData(503, "600")]
    [InlineData(429, "Fri, 31 Dec 2100 23:59:59 GMT")]
    [InlineData(429, "99999999999")]
    public async Task A_wait_beyond_the_bound_fails_at_once_and_says_so(int status, string retryAfter)
    {
        using var server = WireServer.Answering(WireAnswer.Empty(status, $"Retry-After: {retryAfter}"), WireAnswer.Json(200, "{}"));
        using var session = Connect.To(server, Connect.Quick with { MaxRetryAfter = TimeSpan.FromSeconds(1) });
        var failure = await Assert.ThrowsAsync<ProviderResponseException>(() => session.SendAsync(Requests.ForMethod("GET")));
        Assert.Single(server.Requests);
        Assert.True(failure.RetryAfter > TimeSpan.FromMinutes(9));
        Assert.Matches(@"asks to wait \d+ s", failure.Message);
    }
}
