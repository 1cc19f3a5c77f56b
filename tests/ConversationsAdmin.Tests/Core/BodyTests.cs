using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Bodies of all sizes come whole or not at all.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(100 * 1024)]
    [InlineData((1024 * 1024) - 1)]
    [InlineData(3 * 1024 * 1024)]
    public async Task A_body_comes_as_it_was_sent(int length)
    {
        var body = Body(length);
        using var server = WireServer.Answering(WireAnswer.Json(200, body));
        using var session = Connect.To(server);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var response = await session.SendAsync(ServiceResource.List);
            Assert.Equal(body, System.Text.Encoding.UTF8.GetString(response.Body.Span));
        }
    }

    [Fact]
    public async Task A_large_body_that_breaks_off_is_a_lost_connection()
    {
        using var server = WireServer.Answering(WireAnswer.Truncated(200, Body(200 * 1024)));
        using var session = Connect.To(server);
        var failure = await Assert.ThrowsAsync<ProviderConnectionException>(() => session.SendAsync(Create()));
        Assert.False(failure.NeverSent);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(200 * 1024)]
    public async Task A_body_that_stops_in_the_middle_runs_out_of_time(int length)
    {
        using var server = WireServer.Answering(WireAnswer.Truncated(200, Body(length)) with { HangsUp = false });
        using var session = Connect.To(server, timeout: TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAsync<ProviderTimeoutException>(() => session.SendAsync(Create()));
    }

    [Fact]
    public async Task What_is_compiled_ahead_of_the_first_request_runs_without_an_error() => await WarmUp.Begin();

    private static string Body(int length) => new('x', length);

    // A creation is not sent again, so the first end counts.
    private static OperationRequest Create() => Requests.Of(ConversationResource.Create, ("ChatServiceSid", Requests.ServiceSid));
}
