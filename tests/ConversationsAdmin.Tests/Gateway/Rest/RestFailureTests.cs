using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Guards;
using ConversationsAdmin.Cli.Gateway.Hosting;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Core.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Rest;

/// <summary>A fault of the gateway's own tells callers and readers of the log no more than that there is one.</summary>
public sealed class RestFailureTests
{
    [Fact]
    public async Task An_exception_that_nobody_expected_shows_its_type_to_the_log_and_nothing_to_the_caller()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        await using var broken = GatewayApplication.Create(gateway.Services, new BearerGuard(gateway.Tokens), port: 0, Caller.Rest);
        RequestDelegate fail = _ => throw new InvalidOperationException("hidden words");
        broken.MapGet("/broken", fail);
        await broken.StartAsync();
        using var client = new GatewayClient(GatewayApplication.AddressOf(broken), new("Bearer", GatewayUnderTest.TokenOf(GatewayUnderTest.FirstCaller)));

        Assert.DoesNotContain("hidden", (await client.Get("/broken")).Refused(500, "internal_error").Text, StringComparison.Ordinal);
        var line = Assert.Single(gateway.Log.Entries);
        Assert.Equal("System.InvalidOperationException", line["Exception"]);
        Assert.DoesNotContain("hidden", string.Join(' ', line.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_something_on_the_way_is_no_success()
    {
        using var provider = WireServer.Answering(WireAnswer.Text(200, "text/html", "<html>hi</html>"));
        await using var gateway = await GatewayUnderTest.StartAsync(twilioAddress: provider.Address);
        var path = $"{gateway.Conversations}/{SidKind.Conversation.OfNothing}";
        var deleted = (await gateway.Client.Delete(path, ("Confirm", SidKind.Conversation.OfNothing))).Refused(502, "UnexpectedResponse");
        Assert.Contains("\"mayHaveActed\":true", deleted.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mayHaveActed", (await gateway.Client.Get(path)).Refused(502, "UnexpectedResponse").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_answer_to_a_deletion_is_success_as_it_is_for_the_cmdlets()
    {
        using var provider = WireServer.Answering(WireAnswer.Text(200, "text/plain", "\r\n"));
        await using var gateway = await GatewayUnderTest.StartAsync(twilioAddress: provider.Address);
        (await gateway.Client.Delete($"{gateway.Service}/roles/{SidKind.Role.OfNothing}", ("Confirm", SidKind.Role.OfNothing))).Expect(200);
    }

    [Fact]
    public async Task Whether_a_change_may_be_done_is_told_of_changes_only()
    {
        using var provider = WireServer.Answering(WireAnswer.Json(500, """{"code":20500,"message":"oops","status":500}"""));
        await using var gateway = await GatewayUnderTest.StartAsync(twilioAddress: provider.Address);
        Assert.Contains("\"mayHaveActed\":true", (await gateway.Client.Post(gateway.Conversations, new { })).Refused(500, "Twilio.20500").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mayHaveActed", (await gateway.Client.Get(gateway.Conversations)).Refused(500, "Twilio.20500").Text, StringComparison.Ordinal);
    }
}
