using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace ConversationsAdmin.Bench.Gateway;

/// <summary>Clients that nobody would want: some ask and hang up before the answer, one sends bodies of 100 MB.</summary>
internal static class Disturbers
{
    private const int HangingUp = 4;
    private const long BodyBytes = 100_000_000;

    public static async Task<Disturbances> RunAsync(GatewayProcess gateway, CancellationToken cancellation)
    {
        Task<int>[] hangingUp = [.. Enumerable.Range(0, HangingUp).Select(_ => Task.Run(() => HangUpAsync(gateway, cancellation), CancellationToken.None))];
        (int refused, int bodies) = await Task.Run(() => SendTooMuchAsync(gateway, cancellation), CancellationToken.None);
        int[] hungUp = await Task.WhenAll(hangingUp);
        return new Disturbances(hungUp.Sum(), refused, bodies);
    }

    private static async Task<int> HangUpAsync(GatewayProcess gateway, CancellationToken cancellation)
    {
        byte[] request = Encoding.ASCII.GetBytes(
            $"GET /v1/v1/services/{gateway.ServiceSid}/conversations?PageSize=100 HTTP/1.1\r\nHost: {gateway.Rest.Authority}\r\nAuthorization: Bearer {GatewayProcess.Token}\r\n\r\n");
        int count = 0;
        while (!cancellation.IsCancellationRequested)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(enable: true, seconds: 0) };
            await socket.ConnectAsync(IPAddress.Loopback, gateway.Rest.Port, CancellationToken.None);
            await socket.SendAsync(request, CancellationToken.None);
            count++;
            await Task.Delay(5, CancellationToken.None);
        }

        return count;
    }

    private static async Task<(int Refused, int Bodies)> SendTooMuchAsync(GatewayProcess gateway, CancellationToken cancellation)
    {
        (int refused, int bodies) = (0, 0);
        while (!cancellation.IsCancellationRequested)
        {
            using HttpClient client = GatewayBenchmark.ClientOf(gateway);
            using var content = new StreamContent(new Zeros(BodyBytes));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            content.Headers.ContentLength = bodies % 2 == 0 ? BodyBytes : null;
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/v1/services/{gateway.ServiceSid}/conversations") { Content = content };
            bodies++;
            try
            {
                using HttpResponseMessage answer = await client.SendAsync(request, CancellationToken.None);
                refused += answer.StatusCode == HttpStatusCode.RequestEntityTooLarge ? 1 : 0;
            }
            catch (HttpRequestException)
            {
                // The gateway closed the connection while the rest was still on its way.
                refused++;
            }

            await Task.Delay(100, CancellationToken.None);
        }

        return (refused, bodies);
    }
}
