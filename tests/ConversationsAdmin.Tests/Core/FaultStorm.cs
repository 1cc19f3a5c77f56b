using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Sandboxes behind a socket with every fault that they can make, and connections to them.</summary>
internal sealed class FaultStorm : IAsyncDisposable
{
    private const double Share = 0.04;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly SandboxHost host;
    private readonly CancellationTokenSource patience = new(Patience);

    private FaultStorm(TwilioSandbox twilio, TelnyxSandbox telnyx, SandboxHost host) => (Twilio, Telnyx, this.host) = (twilio, telnyx, host);

    public TwilioSandbox Twilio { get; }

    public TelnyxSandbox Telnyx { get; }

    /// <summary>Cancelled when what should end long before has not ended.</summary>
    public CancellationToken Hung => patience.Token;

    public static SandboxOptions Options(int conversations) => new()
    {
        Conversations = conversations,
        ThrottleShare = Share,
        ServerErrorShare = Share,
        UnavailableShare = Share,
        ResetShare = Share,
        TruncateShare = Share,
        SlowShare = Share,
        SlowBy = TimeSpan.FromMilliseconds(200),
        UndocumentedSuccessShare = Share,
        RetryAfter = TimeSpan.Zero,
    };

    public static async Task<FaultStorm> StartAsync(int conversations)
    {
        var (twilio, telnyx) = (new TwilioSandbox(Options(conversations)), new TelnyxSandbox(Options(conversations)));
        return new FaultStorm(twilio, telnyx, await SandboxHost.StartAsync([twilio, telnyx], 0, CancellationToken.None));
    }

    public ProviderSession ToTwilio(int maxFailed) => ProviderSession.Of(ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
    {
        Name = "Storm",
        Credential = Connect.CredentialOf(Twilio),
        BaseUri = new Uri(host.BaseAddress, "conversations"),
        Retry = Retry(maxFailed),
        ActionsPerSecond = 0,
    }));

    public ProviderSession ToTelnyx(int maxFailed) => ProviderSession.Of(ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
    {
        Name = "Storm",
        Credential = new TelnyxCredential(Telnyx.ApiKey),
        BaseUri = new Uri(host.BaseAddress, "telnyx"),
        Retry = Retry(maxFailed),
        ActionsPerSecond = 0,
    }));

    public ValueTask DisposeAsync()
    {
        patience.Dispose();
        return host.DisposeAsync();
    }

    private static RetryOptions Retry(int maxFailed) => Connect.Quick with { MaxFailed = maxFailed };
}
