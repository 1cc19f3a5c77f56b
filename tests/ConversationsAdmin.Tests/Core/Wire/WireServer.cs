using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConversationsAdmin.Tests.Core.Wire;

/// <summary>
/// A plain socket of this machine that answers as a test says, for what no well-behaved provider does: breaking off, keeping silent,
/// answering rubbish. It keeps connections open, as the provider does.
/// </summary>
internal sealed class WireServer : IDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<WireRequest> requests = new();
    private readonly Func<WireRequest, WireAnswer> answer;
    private int arrived;

    public WireServer(Func<WireRequest, WireAnswer> answer, int port = 0)
    {
        this.answer = answer;
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    public IReadOnlyList<WireRequest> Requests => [.. requests];

    /// <summary>Gives the answers one after the other, the last one for ever.</summary>
    public static WireServer Answering(params WireAnswer[] answers) =>
        new(request => answers[Math.Min(request.Number, answers.Length) - 1]);

    /// <summary>A port that nobody listens on.</summary>
    public static int UnusedPort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        closing.Cancel();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);

                // An answer may make its thread wait, and others must be let in meanwhile.
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    requests.Enqueue(request);
                    var (bytes, hangsUp) = answer(request);
                    if (bytes is not null)
                    {
                        await stream.WriteAsync(bytes, closing.Token);
                    }
                    else if (!hangsUp)
                    {
                        await Task.Delay(Timeout.Infinite, closing.Token);
                    }

                    if (hangsUp)
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The caller went away, or the test is over.
            }
        }
    }

    private async Task<WireRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, closing.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(line => line[0], line => line[^1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"))];
        await stream.ReadExactlyAsync(body, closing.Token);
        var first = lines[0].Split(' ');
        return new WireRequest(Interlocked.Increment(ref arrived), first[0], first[1], headers, Encoding.UTF8.GetString(body));
    }
}
