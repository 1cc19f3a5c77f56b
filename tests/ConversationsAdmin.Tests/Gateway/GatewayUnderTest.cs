using System.Net.Http.Headers;
using ConversationsAdmin.Cli.Gateway;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Connections;
using ConversationsAdmin.Cli.Gateway.Guards;
using ConversationsAdmin.Cli.Gateway.Hosting;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Sandbox;
using Microsoft.Extensions.Logging;

namespace ConversationsAdmin.Tests.Gateway;

/// <summary>The gateway on free ports of this machine, with sandboxes behind it whose records show what arrived.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    public const string FirstCaller = "first";
    public const string SecondCaller = "second";

    /// <summary>Everything is allowed, on free ports.</summary>
    public static readonly GatewayOptions Everything = new() { RestPort = 0, McpPort = 0, Access = new GatewayAccess(Write: true, Destroy: true) };

    private readonly GatewayHost host;

    private GatewayUnderTest(GatewayServices services, GatewayHost host)
    {
        Services = services;
        this.host = host;
        Client = ClientOf(FirstCaller);
    }

    public required TwilioSandbox Twilio { get; init; }

    public required TelnyxSandbox Telnyx { get; init; }

    public required SunshineSandbox Sunshine { get; init; }

    public required LogOfTest Log { get; init; }

    public required CallerTokens Tokens { get; init; }

    public GatewayServices Services { get; }

    /// <summary>Calls REST as the first caller.</summary>
    public GatewayClient Client { get; }

    public Uri RestAddress => host.RestAddress;

    public Uri McpAddress => host.McpAddress;

    public string Service => $"/v1/v1/services/{Twilio.DefaultServiceSid}";

    public string Conversations => $"{Service}/conversations";

    /// <summary>What reached the providers.</summary>
    public IReadOnlyList<SandboxRequest> Arrived => [.. Twilio.Record.Requests, .. Telnyx.Record.Requests, .. Sunshine.Record.Requests];

    public static string TokenOf(string caller) => caller.PadRight(40, '0');

    public GatewayClient ClientOf(string caller) => new(RestAddress, new AuthenticationHeaderValue("Bearer", TokenOf(caller)));

    public GatewayClient ClientWithoutToken() => new(RestAddress, authorization: null);

    public Task StopAsync(CancellationToken signal) => host.WaitForShutdownAsync(signal);

    public static async Task<GatewayUnderTest> StartAsync(GatewayOptions? options = null, SandboxOptions? sandbox = null, Uri? twilioAddress = null)
    {
        var of = sandbox ?? new SandboxOptions { Conversations = 0 };
        var (twilio, telnyx, sunshine, log) = (new TwilioSandbox(of), new TelnyxSandbox(of), new SunshineSandbox(of), new LogOfTest());
        var connections = new GatewayConnections([OpenTwilio(twilio, twilioAddress), OpenTelnyx(telnyx), OpenSunshine(sunshine)]);
        var services = new GatewayServices(options ?? Everything, connections, LoggerFactory.Create(logging => logging.AddProvider(log)));
        var tokens = await TokensAsync();
        var host = await GatewayHost.StartAsync(services, tokens, CancellationToken.None);
        return new GatewayUnderTest(services, host) { Twilio = twilio, Telnyx = telnyx, Sunshine = sunshine, Log = log, Tokens = tokens };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
        Services.Dispose();
    }

    private static async Task<CallerTokens> TokensAsync()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, [$"{FirstCaller} {TokenOf(FirstCaller)}", $"{SecondCaller} {TokenOf(SecondCaller)}"]);
            return CallerTokens.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ConvConnection OpenTwilio(TwilioSandbox twilio, Uri? address) => ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
    {
        Name = nameof(Provider.Twilio),
        Credential = new TwilioCredential(twilio.AccountSid, twilio.AuthToken, twilio.AccountSid),
        BaseUri = address ?? TwilioSandbox.ConversationsBaseAddress,
        ProxyBaseUri = address ?? TwilioSandbox.ProxyBaseAddress,
        ServiceSid = twilio.DefaultServiceSid,
        ActionsPerSecond = 0,
        Retry = new RetryOptions { MaxThrottled = 0, MaxFailed = 0 },
        Handler = address is null ? twilio.CreateHandler : null,
    });

    private static ConvConnection OpenTelnyx(TelnyxSandbox telnyx) => ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
    {
        Name = nameof(Provider.Telnyx),
        Credential = new TelnyxCredential(telnyx.ApiKey),
        BaseUri = TelnyxSandbox.BaseAddress,
        ActionsPerSecond = 0,
        Timeout = TimeSpan.FromHours(1),
        Handler = telnyx.CreateHandler,
    });

    private static ConvConnection OpenSunshine(SunshineSandbox sunshine) => ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
    {
        Name = nameof(Provider.Sunshine),
        Credential = SunshineCredential.OfKey(sunshine.KeyId, sunshine.KeySecret),
        BaseUri = SunshineSandbox.BaseAddress,
        AppId = sunshine.AppId,
        ActionsPerSecond = 0,
        Handler = sunshine.CreateHandler,
    });
}
