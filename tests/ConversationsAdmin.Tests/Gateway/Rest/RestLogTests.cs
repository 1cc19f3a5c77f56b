using ConversationsAdmin.Core.Operations;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Rest;

/// <summary>Each change leaves a line that says who did what, and shows nothing that it need not.</summary>
public sealed class RestLogTests
{
    [Fact]
    public async Task A_name_in_place_of_an_identifier_is_shown_by_its_length()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        const string Identity = "maria.lopez@example.com";
        (await gateway.Client.Post($"{gateway.Service}/users", new { Identity })).Expect(201);
        (await gateway.Client.Delete($"{gateway.Service}/users/{Uri.EscapeDataString(Identity)}", ("Confirm", Identity))).Expect(204);
        Assert.EndsWith("/Users/(23 characters)", gateway.Log.Writes[1]["Path"], StringComparison.Ordinal);
        Assert.DoesNotContain("maria", string.Join('\n', gateway.Log.Entries.SelectMany(line => line.Values)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_write_is_a_line_with_caller_path_status_and_request()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var second = gateway.ClientOf(GatewayUnderTest.SecondCaller);
        var created = await second.Post(gateway.Conversations, new { FriendlyName = "hidden words", Attributes = new { a = "more hidden" } });
        await gateway.Client.Get(gateway.Conversations);
        await gateway.Client.Delete($"{gateway.Conversations}/{created["sid"]}");
        await gateway.Client.Delete($"{gateway.Conversations}/{SidKind.Conversation.OfNothing}", ("Confirm", SidKind.Conversation.OfNothing));

        Assert.Equal(
            [("second", "CreateServiceConversation", "201", null), ("first", "DeleteServiceConversation", "428", "confirm_missing"), ("first", "DeleteServiceConversation", "404", "Twilio.20404")],
            gateway.Log.Writes.Select(line => (line["Caller"], line["Operation"], line["Status"], line["Code"])));
        Assert.All(gateway.Log.Writes, line => Assert.Equal(("rest", "Twilio"), (line["Protocol"], line["Provider"])));
        Assert.EndsWith(created["sid"], gateway.Log.Writes[1]["Path"], StringComparison.Ordinal);
        Assert.StartsWith("RQ", gateway.Log.Writes[0]["RequestId"], StringComparison.Ordinal);
        var all = string.Join('\n', gateway.Log.Entries.SelectMany(line => line.Values));
        foreach (var secret in new[] { "hidden", gateway.Twilio.AuthToken, GatewayUnderTest.TokenOf("first"), GatewayUnderTest.TokenOf("second") })
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }
    }
}
