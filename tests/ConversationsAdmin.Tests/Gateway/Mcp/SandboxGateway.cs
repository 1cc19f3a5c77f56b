using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Sandbox;
using ModelContextProtocol.Client;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>The gateway with a folder of its own for runs, for callers of its MCP.</summary>
internal sealed class SandboxGateway : IAsyncDisposable
{
    private readonly GatewayUnderTest gateway;
    private readonly DirectoryInfo runs;

    private SandboxGateway(GatewayUnderTest gateway, DirectoryInfo runs)
    {
        this.gateway = gateway;
        this.runs = runs;
    }

    public TwilioSandbox Twilio => gateway.Twilio;

    public TelnyxSandbox Telnyx => gateway.Telnyx;

    public SunshineSandbox Sunshine => gateway.Sunshine;

    public LogOfTest Log => gateway.Log;

    public Uri Address => gateway.McpAddress;

    /// <summary>How many requests reached the providers.</summary>
    public int Sent => gateway.Arrived.Count;

    /// <summary>The names of the files that runs left.</summary>
    public IEnumerable<string> RunFiles => runs.EnumerateFiles().Select(file => file.Name);

    public static async Task<SandboxGateway> StartAsync(bool write = true, bool destroy = true, SandboxOptions? sandbox = null, Uri? twilioAddress = null)
    {
        var runs = Directory.CreateTempSubdirectory();
        var options = GatewayUnderTest.Everything with { Access = new GatewayAccess(write, destroy), RunDirectory = runs.FullName };
        return new SandboxGateway(await GatewayUnderTest.StartAsync(options, sandbox ?? new SandboxOptions(), twilioAddress), runs);
    }

    /// <summary>A client of the SDK over HTTP.</summary>
    /// <param name="revision">The revision of the protocol; null for the newest that the client knows.</param>
    public Task<McpClient> ConnectAsync(string? revision = null) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = Address,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {Token}" },
        }),
        new McpClientOptions { ProtocolVersion = revision });

    /// <summary>A client that knows nothing of MCP.</summary>
    public HttpClient PlainClient() => new() { DefaultRequestHeaders = { Authorization = new("Bearer", Token) } };

    /// <summary>Stops as Ctrl+C does: what is in progress ends.</summary>
    public Task StopAsync() => gateway.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        runs.Delete(recursive: true);
    }

    private static string Token => GatewayUnderTest.TokenOf(GatewayUnderTest.FirstCaller);
}
