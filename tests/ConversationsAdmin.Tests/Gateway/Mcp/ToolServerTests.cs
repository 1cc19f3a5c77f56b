using System.Net;
using System.Text;
using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Mcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>Whatever tool is added: its progress reaches who asked for it, and its errors tell nobody what was in them.</summary>
public sealed class ToolServerTests
{
    [Fact]
    public async Task Progress_comes_before_the_result_to_who_asked_for_it()
    {
        await using var server = await StartAsync(new LogOfTest(), call =>
        {
            for (var done = 1; done <= 50; done++)
            {
                call.Progress.Report(new ProgressNotificationValue { Progress = done, Total = 50 });
            }

            return new CallToolResult { Content = [] };
        });
        var told = (await PostAsync(server, """{"name":"any","arguments":{},"_meta":{"progressToken":"mine"}}"""))
            .Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonElement.Parse(line[6..])).ToArray();
        Assert.Equal(51, told.Length);
        Assert.Equal(
            Enumerable.Range(1, 50).Select(done => ("mine", done)),
            told.SkipLast(1).Select(one => one.GetProperty("params")).Select(one => (one.GetProperty("progressToken").GetString()!, one.GetProperty("progress").GetInt32())));
        Assert.True(told[^1].TryGetProperty("result", out _));
        Assert.DoesNotContain("progress", await PostAsync(server, """{"name":"any","arguments":{}}"""));
    }

    [Fact]
    public async Task An_unexpected_error_is_logged_by_its_type_and_told_without_its_text()
    {
        using var log = new LogOfTest();
        await using var server = await StartAsync(log, _ => throw new InvalidOperationException("the text of a customer"));
        await using var client = await ConnectAsync(server);
        var result = await client.CallToolAsync("any");
        Assert.True(result.IsError);
        Assert.DoesNotContain("customer", result.Sentence());
        var entry = Assert.Single(log.Entries);
        Assert.Equal(("any", "System.InvalidOperationException"), (entry["Tool"], entry["Exception"]));
        Assert.DoesNotContain(entry.Values, value => value?.Contains("customer", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task An_argument_that_is_there_twice_is_refused()
    {
        var called = false;
        await using var server = await StartAsync(new LogOfTest(), _ =>
        {
            called = true;
            return new CallToolResult { Content = [] };
        });
        Assert.Contains("twice", await PostAsync(server, """{"name":"any","arguments":{"confirm":"a","confirm":"b"}}"""));
        Assert.False(called);
    }

    private static async Task<WebApplication> StartAsync(LogOfTest log, Func<ToolCall, CallToolResult> call)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        application.UseRouting();
        McpEndpoint.Map(application, new McpTools([new AnyTool(call)], "", loggers.CreateLogger<McpTools>()), loggers);
        await application.StartAsync();
        return application;
    }

    private static async Task<string> PostAsync(WebApplication server, string parameters)
    {
        using var client = new HttpClient();
        using var content = new StringContent($$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{parameters}}}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(server)) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static Uri Address(WebApplication server) => new(new Uri(server.Urls.Single()), McpEndpoint.Path);

    private static Task<McpClient> ConnectAsync(WebApplication server) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = Address(server), TransportMode = HttpTransportMode.StreamableHttp }));

    private sealed class AnyTool(Func<ToolCall, CallToolResult> call) : IGatewayTool
    {
        public Tool Definition { get; } = new() { Name = "any", InputSchema = JsonElement.Parse("""{"type":"object"}""") };

        public Task<CallToolResult> CallAsync(ToolCall given, CancellationToken hungUp) => Task.Run(() => call(given), hungUp);
    }
}
