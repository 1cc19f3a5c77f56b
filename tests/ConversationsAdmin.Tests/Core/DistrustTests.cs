using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>What a server says is not believed where believing it could remove the wrong thing, or remove it twice.</summary>
public sealed class DistrustTests
{
    [Theory]
    [InlineData("\"Mon, 16 Nov 2026 08:00:00 +0000\"")]
    [InlineData("\"soon\"")]
    [InlineData("1763280000")]
    public async Task A_date_that_cannot_be_read_is_an_error_and_not_none(string date)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, $$"""
            {"sid":"{{Requests.ConversationSid}}","chat_service_sid":"{{Requests.ServiceSid}}","state":"closed","date_updated":{{date}}}
            """));
        using var session = Connect.To(server);
        await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => session.SendAsync(Requests.ForMethod("GET"), ConversationResource.Read, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_next_page_cannot_change_what_was_asked_for()
    {
        var next = $"https://conversations.twilio.com/v1/Services/{Requests.ServiceSid}/Conversations?State=active&PageToken=x";
        var page = $$$"""{"conversations":[],"meta":{"key":"conversations","next_page_url":"{{{next}}}"}}""";
        using var server = WireServer.Answering(
            WireAnswer.Json(200, page),
            WireAnswer.Json(200, """{"conversations":[],"meta":{"key":"conversations","next_page_url":null}}"""));
        using var session = Connect.To(server);
        await session.AllAsync(
            Requests.Of(ConversationResource.List, ("ChatServiceSid", Requests.ServiceSid), ("State", "closed")), ConversationResource.Read);
        Assert.Contains("State=closed", server.Requests[1].Target);
        Assert.DoesNotContain("State=active", server.Requests[1].Target);
    }

    [Fact]
    public async Task A_page_not_found_that_is_not_the_providers_does_not_count_as_gone()
    {
        using var server = WireServer.Answering(WireAnswer.Text(404, "text/html", "<h1>Not Found</h1>"));
        using var session = Connect.To(server);
        var outcome = await new Remover().RemoveAsync(
            session, Removals.Service(Requests.ServiceSid), null, CancellationToken.None);
        Assert.Equal(RemovalStatus.Failed, outcome.Status);
    }

    [Fact]
    public async Task A_create_that_broke_off_is_not_said_to_be_safe_to_run_again()
    {
        using var server = WireServer.Answering(WireAnswer.Reset);
        using var session = Connect.To(server);
        var failure = await Assert.ThrowsAsync<ProviderConnectionException>(() => session.SendAsync(Requests.ForMethod("POST")));
        Assert.Contains("nothing is made twice", failure.Message);
        Assert.DoesNotContain("Run the same command again", failure.Message);
    }

    [Fact]
    public async Task A_wait_of_nothing_is_not_taken_at_its_word()
    {
        using var server = WireServer.Answering(WireAnswer.Empty(429, "Retry-After: 0"), WireAnswer.Empty(204));
        using var session = Connect.To(server, new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(200) });
        var started = DateTimeOffset.UtcNow;
        await session.SendAsync(Requests.ForMethod("DELETE"));
        Assert.True(DateTimeOffset.UtcNow - started >= TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task Refusals_for_being_too_many_leave_the_patience_for_faults_whole()
    {
        var refused = WireAnswer.Empty(429);
        using var server = WireServer.Answering(refused, refused, refused, WireAnswer.Empty(503), WireAnswer.Empty(204));
        using var session = Connect.To(server, Connect.Quick with { MaxFailed = 1, MaxThrottled = 3 });
        Assert.Equal(5, (await session.SendAsync(Requests.ForMethod("DELETE"))).Attempts);
    }

    [Theory]
    [InlineData("ftp://user:canary2@example.com")]
    [InlineData("https://user:canary2@example.com")]
    [InlineData("https://example.com?token=canary2")]
    public void A_refused_address_is_not_repeated_with_its_secret(string address)
    {
        var failure = Assert.Throws<RequestArgumentException>(() => Connect.To(new Uri(address)));
        Assert.DoesNotContain("canary2", failure.Message);
    }
}
