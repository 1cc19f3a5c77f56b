using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

public sealed class SandboxRecordTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(path);

    private JsonElement[] Lines() => [.. File.ReadAllLines(path).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    [Fact]
    public async Task Each_request_is_a_line_that_is_there_before_its_answer()
    {
        var server = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var http = new HttpClient(server.CreateHandler()) { BaseAddress = TwilioSandbox.ConversationsBaseAddress };
        Authorize(http, server.AccountSid, server.AuthToken);
        var service = $"/v1/Services/{server.DefaultServiceSid}";
        for (var run = 1; run <= 2; run++)
        {
            using var log = new RequestLog(path);
            server.Record.Answered = log.Add;
            using (await http.DeleteAsync(service + "?x=" + run))
                Assert.Equal((run * 2) - 1, Lines().Length);
            using (await http.GetAsync("/v1/Services"))
                Assert.Equal(run * 2, Lines().Length);
        }

        var lines = Lines();
        Assert.Equal(["DELETE", "GET", "DELETE", "GET"], lines.Select(line => line.GetProperty("method").GetString()));
        Assert.Equal((service, "x=1"), (lines[0].GetProperty("path").GetString(), lines[0].GetProperty("query").GetString()));
        Assert.Equal([400, 200, 400, 200], lines.Select(line => line.GetProperty("status").GetInt32()));
        Assert.Equal([false, true, false, true], lines.Select(line => line.GetProperty("acted").GetBoolean()));
        Assert.True(lines[0].GetProperty("time").TryGetDateTimeOffset(out _));
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Null, line.GetProperty("fault").ValueKind));
    }

    [Fact]
    public async Task A_reset_that_acted_is_told_from_one_that_did_not()
    {
        var server = new TelnyxSandbox(new SandboxOptions { Conversations = 0, ResetShare = 1 });
        using var log = new RequestLog(path);
        server.Record.Answered = log.Add;
        server.Record.Keeps = false;
        using var http = new HttpClient(server.CreateHandler()) { BaseAddress = TelnyxSandbox.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.ApiKey);
        for (var number = 0; number < 20; number++)
            await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/v2/ai/conversations"));
        Assert.Empty(server.Record.Requests);
        Assert.Equal(
            ["ResetAfterActing True 200", "ResetBeforeActing False "],
            Lines().Select(line => $"{line.GetProperty("fault")} {line.GetProperty("acted")} {line.GetProperty("status")}").Distinct().Order());
    }

    [Fact]
    public async Task The_command_writes_it_and_refuses_a_place_where_it_cannot()
    {
        var missing = Path.Combine(path, "record.jsonl");
        var refused = (await ConvProcess.RunAsync(["sandbox", "--port", "0", "--record", missing])).Expect(2);
        Assert.Contains("The record can't be written", refused.Errors, StringComparison.Ordinal);

        var address = FreeAddress();
        using var sandbox = ConvProcess.Start(
            ["sandbox", "--port", $"{address.Port}", "--option", "Conversations=0", "--record", path], []);
        var twin = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var http = new HttpClient();
        Authorize(http, twin.AccountSid, twin.AuthToken);
        using (await GetOnceItListens(http, new Uri(address, "/conversations/v1/Services")))
            Assert.Equal("/v1/Services", Assert.Single(Lines()).GetProperty("path").GetString());
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private static async Task<HttpResponseMessage> GetOnceItListens(HttpClient http, Uri address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                return (await http.GetAsync(address, patience.Token)).EnsureSuccessStatusCode();
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private static void Authorize(HttpClient http, string user, string password) => http.DefaultRequestHeaders.Authorization =
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
