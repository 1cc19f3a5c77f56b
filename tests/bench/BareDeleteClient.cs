using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConversationsAdmin.Bench;

/// <summary>The least that a client can do: sockets that are kept open, and for each request one write and one read of a head without a body.</summary>
internal static class BareDeleteClient
{
    public static async Task<double> SecondsAsync(Uri server, int count, int atOnce, CancellationToken cancellation)
    {
        int next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(DeleteSomeAsync, cancellation)));
        return watch.Elapsed.TotalSeconds;

        async Task DeleteSomeAsync()
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, server.Port, cancellation);
            byte[] buffer = new byte[4096];
            for (int index; (index = Interlocked.Increment(ref next)) < count;)
            {
                await socket.SendAsync(Request(server, index), cancellation);
                await ReadAnswerAsync(socket, buffer, cancellation);
            }
        }
    }

    private static byte[] Request(Uri server, int index) => Encoding.ASCII.GetBytes(
        $"DELETE /v1/Services/{ConversationPages.ServiceSid}/Conversations/{ConversationPages.ConversationSid(index)} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n");

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer, CancellationToken cancellation)
    {
        int length = 0;
        while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            int read = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            length += read > 0 ? read : throw new BenchmarkException("The latency server closed a connection.");
        }

        if (!buffer.AsSpan().StartsWith("HTTP/1.1 204"u8))
        {
            throw new BenchmarkException($"A delete was answered: {Encoding.ASCII.GetString(buffer, 0, length)}");
        }
    }
}
