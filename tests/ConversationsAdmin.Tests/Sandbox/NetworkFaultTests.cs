using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

/// <summary>What goes wrong between a server and its clients, in memory and over a socket alike.</summary>
public class NetworkFaultTests
{
    public static TheoryData<bool> BothWays => [false, true];

    [Theory]
    [MemberData(nameof(BothWays))]
    public async Task A_reset_is_the_exception_of_the_real_handler_and_half_of_them_acted(bool overSocket)
    {
        await using var wire = await Wire.Open(new SandboxOptions { ResetShare = 1 }, overSocket);
        for (var number = 0; number < 40; number++)
        {
            var reset = await Assert.ThrowsAsync<HttpRequestException>(() => wire.Send(HttpMethod.Post, wire.Conversations));
            Assert.Equal(HttpRequestError.Unknown, reset.HttpRequestError);
            Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(Assert.IsType<IOException>(reset.InnerException).InnerException).SocketErrorCode);
        }
        var requests = wire.Server.Record.Requests;
        var (before, after) = (Of(requests, SandboxFault.ResetBeforeActing), Of(requests, SandboxFault.ResetAfterActing));
        Assert.Equal(40, before.Count + after.Count);
        Assert.InRange(after.Count, 10, 30);
        Assert.All(before, request => Assert.Equal((null, false), (request.Status, request.Acted)));
        Assert.All(after, request => Assert.Equal((201, true), (request.Status, request.Acted)));
        Assert.All(requests, request => Assert.False(request.Cancelled));
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public async Task A_cut_body_begins_and_then_ends_too_early(bool overSocket)
    {
        await using var wire = await Wire.Open(new SandboxOptions { TruncateShare = 1 }, overSocket);
        var whole = await Assert.ThrowsAsync<HttpRequestException>(() => wire.Send(HttpMethod.Post, wire.Conversations));
        Assert.Equal(HttpRequestError.ResponseEnded, whole.HttpRequestError);
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(whole.InnerException).HttpRequestError);

        using var response = await wire.Send(HttpMethod.Get, wire.Conversations, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var (text, ended) = await ReadToTheEnd(await response.Content.ReadAsStreamAsync());
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(ended).HttpRequestError);
        Assert.StartsWith("""{"meta":""", text);
        Assert.InRange(text.Length, 1, response.Content.Headers.ContentLength!.Value - 1);
        Assert.All(wire.Server.Record.Requests, request => Assert.Equal((SandboxFault.Truncated, true), (request.Fault, request.Acted)));
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public async Task A_slow_body_comes_after_its_headers_and_whole(bool overSocket)
    {
        var by = TimeSpan.FromMilliseconds(300);
        await using var wire = await Wire.Open(new SandboxOptions { SlowShare = 1, SlowBy = by }, overSocket);
        using var response = await wire.Send(HttpMethod.Get, wire.Conversations, HttpCompletionOption.ResponseHeadersRead);
        var body = response.Content.ReadAsStringAsync();
        Assert.False(body.IsCompleted);
        Assert.EndsWith("}", await body);
        Assert.Equal((SandboxFault.Slow, true), (wire.Server.Record.Requests[0].Fault, wire.Server.Record.Requests[0].Acted));
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public async Task A_delete_can_succeed_with_200_instead_of_204(bool overSocket)
    {
        await using var wire = await Wire.Open(new SandboxOptions { UndocumentedSuccessShare = 1 }, overSocket);
        var bodies = new List<string>();
        for (var number = 0; number < 4; number++)
        {
            using (await wire.Send(HttpMethod.Post, wire.Conversations, fields: $"UniqueName=c{number}"))
            {
            }
            using var deleted = await wire.Send(HttpMethod.Delete, $"{wire.Conversations}/c{number}");
            Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
            bodies.Add(await deleted.Content.ReadAsStringAsync());
            using var again = await wire.Send(HttpMethod.Delete, $"{wire.Conversations}/c{number}");
            Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        }
        Assert.Equal(["", "{}"], bodies.Distinct().Order());
        var deletes = wire.Server.Record.Requests.Where(request => request.Method == "DELETE").ToList();
        Assert.All(deletes, request => Assert.Equal(request.Acted, request.Fault == SandboxFault.UndocumentedSuccess));
        Assert.Equal(4, deletes.Count(request => request.Acted));
    }

    [Fact]
    public async Task An_unavailable_provider_changes_nothing()
    {
        using var client = new SandboxClient(new TwilioSandbox(new SandboxOptions { Conversations = 0, UnavailableShare = 1 }));
        (await client.Delete(client.Service)).Refused(503, 20503);
        (await client.Delete(client.Service)).Refused(503, 20503);
        Assert.All(client.Server.Record.Requests, request => Assert.Equal((SandboxFault.Unavailable, false), (request.Fault, request.Acted)));
    }

    [Fact]
    public async Task The_same_seed_disturbs_the_same_requests_whatever_else_is_asked_for()
    {
        var options = new SandboxOptions { Seed = 5, ResetShare = 0.2, TruncateShare = 0.1, SlowShare = 0.1, SlowBy = TimeSpan.FromMilliseconds(1) };
        var faults = await Faults(options);
        Assert.Equal(faults, await Faults(options));
        Assert.NotEqual(faults, await Faults(options with { Seed = 6 }));
        Assert.Equal(
            faults.Select(fault => fault is SandboxFault.ResetBeforeActing or SandboxFault.ResetAfterActing),
            (await Faults(options with { TruncateShare = 0, SlowShare = 0 })).Select(fault => fault is not null));
        Assert.InRange(faults.Count(fault => fault is SandboxFault.ResetBeforeActing or SandboxFault.ResetAfterActing), 25, 55);
    }

    [Theory]
    [InlineData("UnavailableShare", "1.5")]
    [InlineData("ResetShare", "-0.1")]
    [InlineData("TruncateShare", "2")]
    [InlineData("SlowShare", "7")]
    [InlineData("UndocumentedSuccessShare", "-1")]
    [InlineData("SlowBy", "-00:00:01")]
    public void Settings_out_of_range_are_refused(string name, string value) =>
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => SandboxOptions.FromSettings([new(name, value)])).Message);

    private static List<SandboxRequest> Of(IEnumerable<SandboxRequest> requests, SandboxFault fault) =>
        [.. requests.Where(request => request.Fault == fault)];

    private static async Task<List<SandboxFault?>> Faults(SandboxOptions options)
    {
        await using var wire = await Wire.Open(options, overSocket: false);
        for (var number = 0; number < 200; number++)
        {
            try
            {
                using var response = await wire.Send(HttpMethod.Get, wire.Conversations);
            }
            catch (HttpRequestException)
            {
                // Counted by the record.
            }
        }
        return [.. wire.Server.Record.Requests.Select(request => request.Fault)];
    }

    private static async Task<(string Text, Exception? Ended)> ReadToTheEnd(Stream body)
    {
        var text = new MemoryStream();
        var ended = await Record.ExceptionAsync(() => body.CopyToAsync(text));
        return (Encoding.UTF8.GetString(text.ToArray()), ended);
    }

    /// <summary>A client of a sandbox without samples, in the same process or behind a socket.</summary>
    private sealed class Wire(TwilioSandbox server, HttpClient http, SandboxHost? host) : IAsyncDisposable
    {
        public TwilioSandbox Server { get; } = server;

        public string Conversations => $"{(host is null ? "" : "/conversations")}/v1/Services/{Server.DefaultServiceSid}/Conversations";

        public static async Task<Wire> Open(SandboxOptions options, bool overSocket)
        {
            var server = new TwilioSandbox(options with { Conversations = 0 });
            var host = overSocket ? await SandboxHost.StartAsync([server], 0, CancellationToken.None) : null;
            var http = new HttpClient(overSocket ? new SocketsHttpHandler() : server.CreateHandler())
            {
                BaseAddress = host?.BaseAddress ?? TwilioSandbox.ConversationsBaseAddress,
            };
            var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.AccountSid}:{server.AuthToken}"));
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", pair);
            return new Wire(server, http, host);
        }

        public Task<HttpResponseMessage> Send(
            HttpMethod method, string path, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead, string fields = "")
        {
            var request = new HttpRequestMessage(method, path);
            if (method == HttpMethod.Post)
                request.Content = new StringContent(fields, Encoding.UTF8, "application/x-www-form-urlencoded");
            return http.SendAsync(request, completion);
        }

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            if (host is not null)
                await host.DisposeAsync();
        }
    }
}
