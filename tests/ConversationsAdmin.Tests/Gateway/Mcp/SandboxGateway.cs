using ConversationsAdmin.Cli.Gateway;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Connections;
using ConversationsAdmin.Cli.Gateway.Guards;
using ConversationsAdmin.Cli.Gateway.Hosting;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>The gateway on ports of this machine, before sandboxes whose records show what reached them.</summary>
internal sealed class SandboxGateway : IAsyncDisposable
{
    private readonly GatewayServices services;
    private readonly GatewayHost host;
    private readonly string token;
    private readonly DirectoryInfo runs;

    private SandboxGateway(GatewayServices services, GatewayHost host, string token, DirectoryInfo runs)
    {
        this.services = services;
        this.host = host;
        this.token = token;
        this.runs = runs;
    }

    public required TwilioSandbox Twilio { get; init; }

    public required TelnyxSandbox Telnyx { get; init; }

    public required SunshineSandbox Sunshine { get; init; }

    public Uri Address => host.McpAddress;

    /// <summary>What clean-ups keep.</summary>
    public IReadOnlyList<string> RunFiles => Directory.GetFiles(runs.FullName);

    /// <summary>How many requests the sandboxes got.</summary>
    public int Sent => Twilio.Record.Requests.Count + Telnyx.Record.Requests.Count + Sunshine.Record.Requests.Count;

    public static async Task<SandboxGateway> StartAsync(bool write = true, bool destroy = true, SandboxOptions? sandbox = null)
    {
        var (twilio, telnyx, sunshine) = (new TwilioSandbox(sandbox), new TelnyxSandbox(sandbox), new SunshineSandbox(sandbox));
        var runs = Directory.CreateTempSubdirectory();
        var options = new GatewayOptions { RestPort = 0, McpPort = 0, Sandbox = true, Access = new GatewayAccess(write, destroy), RunDirectory = runs.FullName };
        var services = new GatewayServices(options, new GatewayConnections([Open(twilio), Open(telnyx), Open(sunshine)]), LoggerFactory.Create(_ => { }));
        var tokens = CallerTokens.Read(file: null);
        var host = await GatewayHost.StartAsync(services, tokens, CancellationToken.None);
        return new SandboxGateway(services, host, tokens.Made!, runs) { Twilio = twilio, Telnyx = telnyx, Sunshine = sunshine };
    }

    /// <summary>A client of the SDK over HTTP.</summary>
    /// <param name="revision">The revision of the protocol; null for the newest that the client knows.</param>
    public Task<McpClient> ConnectAsync(string? revision = null) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = Address,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" },
        }),
        new McpClientOptions { ProtocolVersion = revision });

    /// <summary>A client that knows nothing of MCP.</summary>
    public HttpClient PlainClient() => new() { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        services.Dispose();
        runs.Delete(recursive: true);
    }

    private static ConvConnection Open(TwilioSandbox server) => ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
    {
        Name = "Sandbox",
        Credential = new TwilioCredential(server.AccountSid, server.AuthToken, server.AccountSid),
        BaseUri = TwilioSandbox.ConversationsBaseAddress,
        ProxyBaseUri = TwilioSandbox.ProxyBaseAddress,
        ServiceSid = server.DefaultServiceSid,
        ActionsPerSecond = 0,
        Retry = Connect.Quick,
        Handler = server.CreateHandler,
    });

    private static ConvConnection Open(TelnyxSandbox server) => ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
    {
        Name = "Sandbox",
        Credential = new TelnyxCredential(server.ApiKey),
        BaseUri = TelnyxSandbox.BaseAddress,
        ActionsPerSecond = 0,
        Retry = Connect.Quick,
        Handler = server.CreateHandler,
    });

    private static ConvConnection Open(SunshineSandbox server) => ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
    {
        Name = "Sandbox",
        Credential = SunshineCredential.OfKey(server.KeyId, server.KeySecret),
        BaseUri = SunshineSandbox.BaseAddress,
        AppId = server.AppId,
        ActionsPerSecond = 0,
        Retry = Connect.Quick,
        Handler = server.CreateHandler,
    });
}
