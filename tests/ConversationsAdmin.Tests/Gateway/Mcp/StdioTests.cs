using System.Diagnostics;
using System.Text.Json;
using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Cli;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary><c>conv serve --stdio</c>: standard output carries the protocol only, and the end of standard input ends it well.</summary>
public sealed class StdioTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(null)]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    public async Task It_offers_and_calls_the_same_tools(string? revision)
    {
        await using var client = await StdioServer.ConnectAsync(revision, "--sandbox");
        Assert.Equal(revision ?? "2026-07-28", client.NegotiatedProtocolVersion);
        await ToolListTests.AssertTableAsync(client);
        var services = await client.CallAsync("retrieve-list-all-conversation-services", """{"PageSize":1}""");
        var service = services.StructuredContent!.Value.GetProperty("services")[0].GetProperty("sid").GetString();
        var page = await client.CallAsync("retrieve-list-conversations-your-service", $$"""{"ChatServiceSid":"{{service}}"}""");
        Assert.True(page.IsError is not true);
        var refused = await client.CallAsync("remove-conversation-service-all-its", $$"""{"Sid":"{{service}}","confirm":"{{service}}"}""");
        Assert.Equal("destructive_not_allowed", refused.Problem().GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nothing_but_the_protocol_is_on_standard_output()
    {
        using var process = StdioServer.Start([], "--sandbox", "--allow-write");
        await WriteAsync(process, Initialize, Initialized, Call("create-new-conversation-service-your", """{"body":{"FriendlyName":"x"}}"""), "rubbish");
        var answers = new[] { await ReadAsync(process), await ReadAsync(process) };
        Assert.Equal([1, 2], answers.Select(answer => answer.GetProperty("id").GetInt32()));
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, process.ExitCode);
        foreach (var line in (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Equal("2.0", JsonElement.Parse(line).GetProperty("jsonrpc").GetString());
        }

        var logged = await process.StandardError.ReadToEndAsync();
        Assert.Contains("\"Operation\":\"CreateService\"", logged);
        Assert.Contains("\"Caller\":\"stdio\"", logged);
        Assert.DoesNotContain("rubbish", logged);
    }

    [Theory]
    [InlineData("create-new-conversation-your-service", "\"body\":{\"FriendlyName\":\"x\"}", true)]
    [InlineData("retrieve-list-conversations-your-service", "\"PageSize\":1", false)]
    public async Task When_standard_input_ends_a_write_ends_and_a_read_is_given_up(string tool, string argument, bool ends)
    {
        var twilio = new TwilioSandbox(new SandboxOptions { Conversations = 10, Latency = TimeSpan.FromSeconds(2) });
        await using var sandbox = await SandboxHost.StartAsync([twilio], port: 0, CancellationToken.None);
        using var process = StdioServer.Start(
            [("TWILIO_USER", twilio.AccountSid), ("TWILIO_PASS", twilio.AuthToken)],
            "--allow-write",
            "--twilio-base-uri",
            $"{new Uri(sandbox.BaseAddress, "conversations")}");
        await WriteAsync(process, Initialize, Initialized, Call(tool, $$"""{"ChatServiceSid":"{{twilio.DefaultServiceSid}}",{{argument}}}"""));
        await Waiting.UntilAsync(() => twilio.Record.InFlight > 0);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, process.ExitCode);
        await Waiting.UntilAsync(() => twilio.Record.InFlight == 0);
        Assert.Equal(ends, !Assert.Single(twilio.Record.Requests).Cancelled);
        Assert.Equal(ends, (await process.StandardError.ReadToEndAsync()).Contains("\"Status\":201"));
    }

    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";
    private const string Initialized = """{"jsonrpc":"2.0","method":"notifications/initialized"}""";

    private static string Call(string tool, string arguments) => $$$"""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}} } }""";

    private static async Task WriteAsync(Process process, params string[] lines)
    {
        foreach (var line in lines)
        {
            await process.StandardInput.WriteLineAsync(line);
        }

        await process.StandardInput.FlushAsync();
    }

    private static async Task<JsonElement> ReadAsync(Process process) => JsonElement.Parse((await process.StandardOutput.ReadLineAsync().WaitAsync(Patience))!);
}
