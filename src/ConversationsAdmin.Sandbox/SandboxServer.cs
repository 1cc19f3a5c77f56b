using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.SampleData;
using ConversationsAdmin.Sandbox.Settings;
using ConversationsAdmin.Sandbox.Twilio;

namespace ConversationsAdmin.Sandbox;

/// <summary>An imitation of Twilio Conversations v1 that lives in memory and behaves as the provider's documents say.</summary>
public sealed class SandboxServer
{
    /// <summary>The address that callers in the same process use.</summary>
    public static readonly Uri TwilioConversationsBaseAddress = new("https://conversations.twilio.com");

    private readonly TimeProvider time;
    private readonly TwilioConversations twilio;
    private readonly PlannedFaults faults;
    private readonly AnswerHeaders answerHeaders;

    /// <summary>Starts a sandbox with its sample data.</summary>
    public SandboxServer(SandboxOptions? options = null)
        : this(options, TimeProvider.System)
    {
    }

    internal SandboxServer(SandboxOptions? options, TimeProvider time)
    {
        Options = options ?? new SandboxOptions();
        SandboxSettings.DemandSensible(Options);
        this.time = time;
        var clock = new WholeSecondClock(Options.Now, time);
        var credentials = new Credentials(Options.Seed);
        var sample = SampleAccount.Create(Options, credentials.AccountSid, clock.Now);
        twilio = new TwilioConversations(sample.Account, credentials, clock, Options, time);
        faults = new PlannedFaults(Options);
        answerHeaders = new AnswerHeaders(Options, clock);
        AccountSid = credentials.AccountSid;
        AuthToken = credentials.AuthToken;
        ApiKeySid = credentials.ApiKeySid;
        ApiKeySecret = credentials.ApiKeySecret;
        DefaultServiceSid = sample.DefaultServiceSid;
    }

    /// <summary>The options that this sandbox was started with.</summary>
    public SandboxOptions Options { get; }

    /// <summary>
    /// What the addresses in answers begin with. As with the provider, the default names its own host, whatever host was called;
    /// set to where the sandbox can be reached, it keeps clients that follow such addresses inside.
    /// </summary>
    public Uri PublicAddress
    {
        get => new(twilio.AddressPrefix);
        set => twilio.AddressPrefix = value.ToString().TrimEnd('/');
    }

    /// <summary>What the sandbox was asked.</summary>
    public SandboxRecord Record { get; } = new();

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

    /// <summary>Makes a handler for an HTTP client in the same process; all handlers share this sandbox's state.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(this);

    /// <summary>Answers one request. It acts before it waits, so a caller who gives up may still have changed something.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var started = time.GetTimestamp();
        var begun = Record.Begin(request, time.GetUtcNow());
        int? status = null;
        var cancelled = true;
        try
        {
            var incoming = await IncomingRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
            Record.Received(begun, incoming.Body);
            var answer = faults.Next(incoming.Method) is { } fault ? TwilioConversations.Refuse(fault) : twilio.Answer(incoming);
            status = answer.Status;
            if (Options.Latency > TimeSpan.Zero)
                await Task.Delay(Options.Latency, time, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            cancelled = false;
            return answerHeaders.Respond(request, answer, begun.Received.ConcurrentRequests, time.GetElapsedTime(started));
        }
        finally
        {
            Record.End(begun, status, cancelled);
        }
    }
}
