using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>What the server takes from a client: little, and not slowly.</summary>
internal static class KestrelSettings
{
    private const long LargestBody = 1024 * 1024;
    private const int LargestHeaders = 16 * 1024;
    private const int MostHeaders = 64;
    private const int MostConnections = 4096;
    private static readonly TimeSpan PatienceForRequests = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceForHeaders = TimeSpan.FromSeconds(10);
    private static readonly MinDataRate SlowestClient = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));

    internal static void Apply(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.Limits.KeepAliveTimeout = PatienceForRequests;
        kestrel.Limits.RequestHeadersTimeout = PatienceForHeaders;
        kestrel.Limits.MinRequestBodyDataRate = SlowestClient;
        kestrel.Limits.MinResponseDataRate = SlowestClient;
        kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
    }
}
