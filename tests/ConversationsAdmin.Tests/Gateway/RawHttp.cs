using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConversationsAdmin.Tests.Gateway;

/// <summary>Writes a request byte by byte as a test has it, and reads what comes back until the gateway closes.</summary>
internal static class RawHttp
{
    public static Task<string> SendAsync(Uri address, string request) => SendAsync(address, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(request)).AsTask());

    public static async Task<string> SendAsync(Uri address, Func<NetworkStream, Task> write)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, patience.Token);
        var stream = client.GetStream();
        try
        {
            await write(stream);
        }
        catch (IOException)
        {
            // The gateway has answered and closed while there was more to come.
        }

        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, patience.Token) is > 0 and var read)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // It closed with bytes unread.
        }

        return text.ToString();
    }

    /// <summary>The head of a request with the token of the first caller.</summary>
    public static string Head(string method, string target, params string[] headers) => string.Join(
        "\r\n",
        [$"{method} {target} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", $"Authorization: Bearer {GatewayUnderTest.TokenOf(GatewayUnderTest.FirstCaller)}", .. headers, "", ""]);
}
