using System.Globalization;
using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.SampleData;
using ConversationsAdmin.Sandbox.Twilio;
using ConversationsAdmin.Sandbox.Twilio.Proxy;

namespace ConversationsAdmin.Sandbox;

/// <summary>Twilio Conversations v1 and Twilio Proxy v1: one account, two hosts.</summary>
public sealed class TwilioSandbox : SandboxServer
{
    /// <summary>The address of Conversations.</summary>
    public static readonly Uri ConversationsBaseAddress = new("https://conversations.twilio.com");

    /// <summary>The address of Proxy.</summary>
    public static readonly Uri ProxyBaseAddress = new("https://proxy.twilio.com");

    private readonly SeededRandom requestIds;
    private readonly TwilioConversations conversations;
    private readonly TwilioProxy proxy;

    /// <summary>Starts a sandbox with its sample data.</summary>
    public TwilioSandbox(SandboxOptions? options = null)
        : this(options, TimeProvider.System)
    {
    }

    internal TwilioSandbox(SandboxOptions? options, TimeProvider time)
        : base(options, time)
    {
        requestIds = new SeededRandom(Options.Seed, RandomStream.RequestIds);
        var clock = new WholeSecondClock(Options.Now, time);
        var credentials = new Credentials(Options.Seed);
        var sample = SampleAccount.Create(Options, credentials.AccountSid, clock.Now);
        Ready = sample.Services is [] ? Task.CompletedTask : Task.Run(sample.Fill);
        conversations = new TwilioConversations(sample.Account, credentials, clock, Options, time);
        AccountSid = credentials.AccountSid;
        AuthToken = credentials.AuthToken;
        ApiKeySid = credentials.ApiKeySid;
        ApiKeySecret = credentials.ApiKeySecret;
        DefaultServiceSid = sample.DefaultServiceSid;
        ProxyServiceSid = new SeededRandom(Options.Seed, RandomStream.ProxyService).Hex32("KS");
        proxy = new TwilioProxy(ProxyServiceSid, credentials, clock, Options, time);
    }

    /// <summary>The SID of the account, derived from the seed.</summary>
    public string AccountSid { get; }

    /// <summary>The auth token of the account, derived from the seed.</summary>
    public string AuthToken { get; }

    /// <summary>The SID of an API key that may do everything here, derived from the seed.</summary>
    public string ApiKeySid { get; }

    /// <summary>The secret of that API key, derived from the seed.</summary>
    public string ApiKeySecret { get; }

    /// <summary>The SID of the sample service with the most conversations.</summary>
    public string DefaultServiceSid { get; }

    /// <summary>The SID of the Proxy service, derived from the seed.</summary>
    public string ProxyServiceSid { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Uri> BaseAddresses { get; } = new Dictionary<string, Uri>
    {
        ["conversations"] = ConversationsBaseAddress,
        ["proxy"] = ProxyBaseAddress,
    };

    /// <inheritdoc/>
    public override void PublishAt(Uri sharedHost)
    {
        conversations.AddressPrefix = new Uri(sharedHost, "conversations").ToString();
        proxy.AddressPrefix = new Uri(sharedHost, "proxy").ToString();
    }

    /// <inheritdoc/>
    public override Task Ready { get; }

    private protected override Answer Answer(IncomingRequest request) =>
        request.Host == ProxyBaseAddress.Host ? proxy.Answer(request) : conversations.Answer(request);

    private protected override Answer Refuse(Fault fault) => TwilioError.Of(fault).ToAnswer();

    // Telnyx has the codes below 20000.
    private protected override bool IsCode(string code) =>
        code.Length == 5 && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 20_000;

    private protected override IEnumerable<KeyValuePair<string, string>> Headers(int concurrent, TimeSpan duration)
    {
        lock (requestIds)
            yield return new("Twilio-Request-Id", requestIds.Hex32("RQ"));
        yield return new("Twilio-Concurrent-Requests", concurrent.ToString(CultureInfo.InvariantCulture));
        yield return new("Twilio-Request-Duration", duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
    }
}
