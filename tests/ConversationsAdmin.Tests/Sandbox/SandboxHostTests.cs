using System.Net;
using System.Net.Sockets;
using System.Text;
using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public sealed class SandboxHostTests : IAsyncLifetime
{
    private readonly TwilioSandbox server = new(new SandboxOptions { Conversations = 0 });
    private SandboxHost host = null!;
    private SandboxClient client = null!;

    private string Conversations => "/conversations" + client.Conversations;

    public async ValueTask InitializeAsync()
    {
        host = await SandboxHost.StartAsync([server], 0, CancellationToken.None);
        client = new SandboxClient(server, new SocketsHttpHandler(), host.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task The_socket_answers_like_the_sandbox_itself()
    {
        Assert.Equal("127.0.0.1", host.BaseAddress.Host);
        var created = (await client.Post(Conversations, ("FriendlyName", "a b"))).Expect(HttpStatusCode.Created);
        Assert.Equal("application/json; charset=utf-8", created.Headers["Content-Type"]);
        Assert.StartsWith("RQ", created.Headers["Twilio-Request-Id"]);
        Assert.Equal(client.Conversations, server.Record.Requests[0].Path);
        Assert.StartsWith("https://conversations.twilio.com/v1/", (await client.Get(Conversations)).Meta("url"));
        (await client.Delete($"{Conversations}/{created.Text("sid")}")).Expect(HttpStatusCode.NoContent);
        client.DropCredentials();
        (await client.Get(Conversations)).Refused(401, 20003);
    }

    [Fact]
    public async Task An_escaped_slash_stays_in_its_segment()
    {
        var sid = (await client.Post(Conversations, ("UniqueName", "lead/1 + 2%"))).Text("sid");
        Assert.Equal(sid, (await client.Get($"{Conversations}/{Uri.EscapeDataString("lead/1 + 2%")}")).Text("sid"));
        (await client.Delete(Conversations + "/")).Refused(404, 20404);
    }

    [Fact]
    public async Task A_path_with_dots_is_not_tidied_up()
    {
        await client.Post(Conversations);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host.BaseAddress.Port);
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.AccountSid}:{server.AuthToken}"));
        var request = $"DELETE {Conversations}/.. HTTP/1.1\r\nHost: x\r\nAuthorization: Basic {credentials}\r\nConnection: close\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        var answer = await new StreamReader(socket.GetStream()).ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 404", answer);
        Assert.Single((await client.Get(Conversations)).Items());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/Services")]
    [InlineData("/conversationsv1")]
    public async Task Other_paths_are_told_what_is_there(string path) =>
        Assert.Contains("/conversations", (await client.Get(path)).Expect(HttpStatusCode.NotFound).Message);

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_refused() =>
        (await client.Post(Conversations, ("FriendlyName", new string('x', 1_100_000)))).Expect(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task A_caller_who_hangs_up_is_recorded_as_such()
    {
        var slow = new TwilioSandbox(new SandboxOptions { Conversations = 0, Latency = TimeSpan.FromHours(1) });
        await using var slowHost = await SandboxHost.StartAsync([slow], 0, CancellationToken.None);
        using var impatient = new SandboxClient(slow, new SocketsHttpHandler(), slowHost.BaseAddress);
        using var stop = new CancellationTokenSource();
        var pending = impatient.Send(new HttpRequestMessage(HttpMethod.Get, "/conversations/v1/Services"), stop.Token);
        while (slow.Record.InFlight == 0)
            await Task.Delay(5);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        while (slow.Record.InFlight > 0)
            await Task.Delay(5);
        Assert.True(slow.Record.Requests[0].Cancelled);
    }

    [Fact]
    public async Task Waiting_for_shutdown_ends_with_the_token()
    {
        using var stop = new CancellationTokenSource();
        var waiting = host.WaitForShutdownAsync(stop.Token);
        Assert.False(waiting.IsCompleted);
        await stop.CancelAsync();
        await waiting;
    }
}
