using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ConversationsAdmin.Tests.Cli;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Rest;

/// <summary><c>conv serve</c> as a process of its own, started, asked and ended as an operator does it.</summary>
public sealed class ServeCommandTests
{
    private static readonly string Token = GatewayUnderTest.TokenOf(GatewayUnderTest.FirstCaller);

    [Fact]
    public async Task It_says_where_it_is_and_ends_when_it_is_told_to()
    {
        var (rest, mcp) = (WireServer.UnusedPort(), WireServer.UnusedPort());
        using var serving = ConvProcess.Start(["serve", "--sandbox", "--rest-port", $"{rest}", "--mcp-port", $"{mcp}"], [("CONV_SERVE_TOKEN", "")]);
        using var client = new GatewayClient(new Uri($"http://127.0.0.1:{rest}"), authorization: null);
        var health = await OnceItListens(client);
        Assert.Equal(("True", "False", "False"), (health["sandbox"], health["allowWrite"], health["allowDestructive"]));
        (await client.Get("/v1/v1/services")).Refused(401, "token_missing");

        var ended = await EndAsync(serving);
        var said = ended.Expect(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains($"http://127.0.0.1:{rest}/v1", said[0], StringComparison.Ordinal);
        Assert.Contains(said, line => line.StartsWith("MCP ", StringComparison.Ordinal) && line.EndsWith($"http://127.0.0.1:{mcp}/mcp", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("Allowed ", StringComparison.Ordinal) && line.Contains("reading only", StringComparison.Ordinal));
        Assert.Single(said, line => line.StartsWith("Token ", StringComparison.Ordinal) && line.Split(' ')[^1].Length == 43);
        Assert.Equal("Stop it with Ctrl+C.", said[^1].TrimEnd());
        Assert.Empty(ended.Errors);
    }

    [Fact]
    public async Task Its_log_is_lines_of_JSON_on_standard_error_that_show_no_token_and_no_body()
    {
        var (rest, mcp) = (WireServer.UnusedPort(), WireServer.UnusedPort());
        using var serving = ConvProcess.Start(
            ["serve", "--sandbox", "--rest-port", $"{rest}", "--mcp-port", $"{mcp}", "--allow-write"], [("CONV_SERVE_TOKEN", Token)]);
        using var client = new GatewayClient(new Uri($"http://127.0.0.1:{rest}"), new("Bearer", Token));
        await OnceItListens(client);
        (await client.Post("/v1/v1/services", new { FriendlyName = "hidden words" })).Expect(201);
        (await client.PostText("/v1/v1/services", """{"FriendlyName":"hidden words" """)).Refused(400, "invalid_argument");

        var ended = (await EndAsync(serving)).Expect(0);
        var line = JsonSerializer.Deserialize<JsonElement>(Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("Information", line.GetProperty("LogLevel").GetString());
        Assert.Equal(("CreateService", "201"), (line.GetProperty("State").GetProperty("Operation").ToString(), line.GetProperty("State").GetProperty("Status").ToString()));
        Assert.DoesNotContain("hidden", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, ended.Errors + ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_exports_its_meters_when_a_collector_is_named()
    {
        using var collector = new WireServer(_ => WireAnswer.Text(200, "application/x-protobuf", ""));
        var (rest, mcp) = (WireServer.UnusedPort(), WireServer.UnusedPort());
        using var serving = ConvProcess.Start(
            ["serve", "--sandbox", "--rest-port", $"{rest}", "--mcp-port", $"{mcp}"],
            [
                ("CONV_SERVE_TOKEN", Token), ("OTEL_EXPORTER_OTLP_ENDPOINT", $"{collector.Address}"),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ]);
        using var client = new GatewayClient(new Uri($"http://127.0.0.1:{rest}"), new("Bearer", Token));
        await OnceItListens(client);
        (await client.Get("/v1/v1/services")).Expect(200);
        await Waiting.UntilAsync(() => new[] { "gateway.call.duration", "http.server.request.duration", "kestrel.active_connections", "conv-gateway" }
            .All(name => collector.Requests.Any(request => request.Body.Contains(name, StringComparison.Ordinal))));
        Assert.All(collector.Requests, request => Assert.Equal(("POST", "/v1/metrics"), (request.Method, request.Target)));
        Assert.All(collector.Requests, request => Assert.DoesNotContain(Token, request.Body, StringComparison.Ordinal));
        (await EndAsync(serving)).Expect(0);
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var refused = (await ConvProcess.RunAsync(["serve", "--sandbox", "--rest-port", "0", "--mcp-port", $"{port}"])).Expect(2);
        Assert.Contains($"{port}", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("--mcp-port", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(refused.Output);
    }

    [Theory]
    [InlineData("--rest-port 70000", "--rest-port takes 0 to 65535.")]
    [InlineData("--rest-port 5000 --mcp-port 5000", "are both 5000")]
    [InlineData("--rest-port 9090", "are both 9090")]
    [InlineData("--concurrency 0", "--concurrency takes 1 to 256.")]
    [InlineData("--allowed-host https://gateway.example.com", "--allowed-host takes")]
    [InlineData("--allowed-host *", "--allowed-host takes")]
    [InlineData("--telnyx-base-uri https://proxy.example.com", "calls no address")]
    [InlineData("--stdio --rest-port 5000", "opens no port")]
    [InlineData("--token-file /nowhere/tokens", "can't be read")]
    public async Task A_wrong_command_line_is_refused(string arguments, string hint)
    {
        var refused = (await ConvProcess.RunAsync(["serve", "--sandbox", .. arguments.Split(' ')])).Expect(2);
        Assert.Contains(hint, refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused() => Assert.Contains(
        "--twilio-base-uri takes an absolute address", (await ConvProcess.RunAsync(["serve", "--twilio-base-uri", "nowhere"])).Expect(2).Errors, StringComparison.Ordinal);

    [Fact]
    public async Task Without_credentials_it_says_what_to_set() =>
        Assert.Contains("--sandbox", (await ConvProcess.RunAsync(["serve"])).Expect(2).Errors, StringComparison.Ordinal);

    [Fact]
    public async Task A_weak_token_and_a_collector_that_is_no_address_are_refused()
    {
        Assert.Contains("CONV_SERVE_TOKEN", (await ConvProcess.RunAsync(["serve", "--sandbox"], ("CONV_SERVE_TOKEN", "short"))).Expect(2).Errors, StringComparison.Ordinal);
        var unknown = await ConvProcess.RunAsync(["serve", "--sandbox"], ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector"));
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT", unknown.Expect(2).Errors, StringComparison.Ordinal);
    }

    private static async Task<GatewayAnswer> OnceItListens(GatewayClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                return (await client.Get("/healthz")).Expect(200);
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private static async Task<ConvResult> EndAsync(ConvProcess process)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends no SIGTERM.");
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        return await process.EndAsync();
    }
}
