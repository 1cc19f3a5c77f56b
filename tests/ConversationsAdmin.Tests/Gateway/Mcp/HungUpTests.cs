using System.Net.Http.Headers;
using System.Text;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Cli;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>A caller that is gone ends what only reads; what changes something ends well. Others notice nothing.</summary>
public sealed class HungUpTests
{
    private static readonly SandboxOptions Slow = new() { Conversations = 50, Latency = TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task A_read_is_given_up()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: Slow);
        await HangUpAsync(gateway, "retrieve-list-conversations-your-service", $$"""{"ChatServiceSid":"{{gateway.Twilio.DefaultServiceSid}}"}""");
        await Waiting.UntilAsync(() => gateway.Twilio.Record.InFlight == 0);
        Assert.True(Assert.Single(gateway.Twilio.Record.Requests).Cancelled);
    }

    [Fact]
    public async Task A_write_ends()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: Slow);
        await HangUpAsync(gateway, "create-new-conversation-your-service", $$$"""{"ChatServiceSid":"{{{gateway.Twilio.DefaultServiceSid}}}","body":{"FriendlyName":"x"}}""");
        await Waiting.UntilAsync(() => gateway.Twilio.Record.InFlight == 0);
        var request = Assert.Single(gateway.Twilio.Record.Requests);
        Assert.False(request.Cancelled);
        Assert.True(request.Acted);
        await Waiting.UntilAsync(() => gateway.Log.Writes.Count > 0);
        var line = Assert.Single(gateway.Log.Writes);
        Assert.Equal((GatewayUnderTest.FirstCaller, "CreateServiceConversation", "201"), (line["Caller"], line["Operation"], line["Status"]));
    }

    [Fact]
    public async Task Two_clients_at_once_get_each_their_own()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        await using var first = await gateway.ConnectAsync();
        await using var second = await gateway.ConnectAsync("2025-06-18");
        var names = Enumerable.Range(0, 40).Select(number => $"call {number}").ToArray();
        var answers = await Task.WhenAll(names.Select(async (name, index) =>
        {
            var result = await (index % 2 == 0 ? first : second).CallAsync(
                "create-new-conversation-your-service", $$$"""{"ChatServiceSid":"{{{gateway.Twilio.DefaultServiceSid}}}","body":{"FriendlyName":"{{{name}}}"}}""");
            return result.StructuredContent!.Value.GetProperty("friendly_name").GetString();
        }));
        Assert.Equal(names, answers);
    }

    private static async Task HangUpAsync(SandboxGateway gateway, string tool, string arguments)
    {
        using var client = gateway.PlainClient();
        using var hangingUp = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, gateway.Address)
        {
            Content = new StringContent(
                $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}} } }""", Encoding.UTF8, "application/json"),
            Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json"), new MediaTypeWithQualityHeaderValue("text/event-stream") } },
        };
        var answer = client.SendAsync(request, HttpCompletionOption.ResponseContentRead, hangingUp.Token);
        await Waiting.UntilAsync(() => gateway.Twilio.Record.InFlight > 0);
        await hangingUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }
}
