using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Paging;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>One page leads to the next, or says that it does not; what a server says of the next page is not believed blindly.</summary>
public sealed class OnePageTests
{
    private const string List = $"https://conversations.twilio.com/v1/Services/{Requests.ServiceSid}/Conversations";

    [Fact]
    public async Task The_next_page_is_asked_for_with_its_place_and_with_what_was_asked_for()
    {
        using var server = WireServer.Answering(Page($"{List}?State=active&PageSize=50&Page=2&PageToken=second"));
        using var session = Connect.To(server);
        var page = await OnePage.ReadAsync(session.Client, Asked(("State", "closed"), ("PageSize", 7), ("Page", 1), ("PageToken", "first")), CancellationToken.None);
        Assert.Equal(
            ["Page=2", "PageSize=7", "PageToken=second", "State=closed"],
            page.Next!.Fields.Select(field => $"{field.Name}={field.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("https://conversations.twilio.com/v1/Services?Page=1&PageToken=x", "another path")]
    [InlineData($"{List}?Page=1&PageToken=x&Secret=y", "'Secret'")]
    [InlineData($"{List}?Page=1&PageToken=first", "the same page")]
    public async Task A_next_page_that_leads_elsewhere_is_an_error(string address, string problem)
    {
        using var server = WireServer.Answering(Page(address));
        using var session = Connect.To(server);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => OnePage.ReadAsync(session.Client, Asked(("Page", 1), ("PageToken", "first")), CancellationToken.None));
        Assert.Contains(problem, failure.Message);
    }

    [Fact]
    public async Task What_was_created_in_one_moment_is_not_divided()
    {
        var noon = new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 5, Now = noon });
        using var session = ProviderSessions.To(sandbox);
        for (var made = 0; made < 30; made++)
        {
            using var response = await session.Client.SendAsync(OperationRequest.Create(TelnyxConversationResource.Create, []), null, CancellationToken.None);
        }

        var first = await OnePage.ReadAsync(session.Client, Requests.Of(TelnyxConversationResource.List, ("limit", 10)), CancellationToken.None);
        Assert.Equal(5, first.Rows);
        var second = await OnePage.ReadAsync(session.Client, first.Next!, CancellationToken.None);
        Assert.Equal((30, null), (second.Rows, second.Next));
    }

    private static OperationRequest Asked(params (string Name, object? Value)[] values) =>
        Requests.Of(ConversationResource.List, [("ChatServiceSid", Requests.ServiceSid), .. values]);

    private static WireAnswer Page(string next) =>
        WireAnswer.Json(200, $$$"""{"conversations":[],"meta":{"key":"conversations","next_page_url":"{{{next}}}"} }""");
}
