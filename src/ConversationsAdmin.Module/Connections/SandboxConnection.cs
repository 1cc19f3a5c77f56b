using System.Collections;
using System.Management.Automation;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Module.Connections;

/// <summary>Opens connections to a sandbox of their own. Only this knows the sandbox, so that its assembly loads for nobody else.</summary>
internal sealed class SandboxConnection
{
    // Where requests have less time than this, the sample data are waited for, so that the first one has all of it.
    private static readonly TimeSpan Unhurried = TimeSpan.FromSeconds(10);

    internal required string Name { get; init; }

    internal required TimeSpan Timeout { get; init; }

    internal required RetryOptions Retry { get; init; }

    internal required int MaxConcurrency { get; init; }

    /// <summary>The pace of writes; null for that of the real provider, where the sandbox has a limit, and otherwise for none.</summary>
    internal double? ActionsPerSecond { get; init; }

    internal string? ServiceSid { get; init; }

    internal string? ProxyServiceSid { get; init; }

    internal string? AppId { get; init; }

    /// <exception cref="ArgumentException">An option is unknown, or its value does not fit.</exception>
    internal ConvConnection Open(Provider provider, Hashtable settings)
    {
        var given = new List<KeyValuePair<string, object?>>();
        foreach (DictionaryEntry option in settings)
        {
            given.Add(new(option.Key.ToString()!, option.Value is PSObject wrapped ? wrapped.BaseObject : option.Value));
        }

        var options = SandboxOptions.FromSettings(given);
        return provider switch
        {
            Provider.Telnyx => OpenTelnyx(new TelnyxSandbox(options)),
            Provider.Sunshine => OpenSunshine(new SunshineSandbox(options)),
            _ => OpenTwilio(MakeReady(new TwilioSandbox(options))),
        };
    }

    private TwilioSandbox MakeReady(TwilioSandbox server)
    {
        if (Timeout < Unhurried)
        {
            server.Ready.GetAwaiter().GetResult();
        }

        return server;
    }

    private ConvConnection OpenTwilio(TwilioSandbox server) => ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
    {
        Name = Name,
        Credential = new TwilioCredential(server.AccountSid, server.AuthToken, server.AccountSid),
        BaseUri = TwilioSandbox.ConversationsBaseAddress,
        ProxyBaseUri = TwilioSandbox.ProxyBaseAddress,
        ServiceSid = ServiceSid ?? server.DefaultServiceSid,
        ProxyServiceSid = ProxyServiceSid ?? server.ProxyServiceSid,
        Timeout = Timeout,
        Retry = Retry,
        MaxConcurrency = MaxConcurrency,
        ActionsPerSecond = PaceOf(server),
        Handler = server.CreateHandler,
        Sandbox = AccessTo(server),
    });

    private ConvConnection OpenTelnyx(TelnyxSandbox server) => ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
    {
        Name = Name,
        Credential = new TelnyxCredential(server.ApiKey),
        BaseUri = TelnyxSandbox.BaseAddress,
        Timeout = Timeout,
        Retry = Retry,
        MaxConcurrency = MaxConcurrency,
        ActionsPerSecond = PaceOf(server),
        Handler = server.CreateHandler,
        Sandbox = AccessTo(server),
    });

    private ConvConnection OpenSunshine(SunshineSandbox server) => ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
    {
        Name = Name,
        Credential = SunshineCredential.OfKey(server.KeyId, server.KeySecret),
        BaseUri = SunshineSandbox.BaseAddress,
        AppId = AppId ?? server.AppId,
        Timeout = Timeout,
        Retry = Retry,
        MaxConcurrency = MaxConcurrency,
        ActionsPerSecond = PaceOf(server),
        Handler = server.CreateHandler,
        Sandbox = AccessTo(server, server.SampleUserId, server.SampleUserExternalId),
    });

    // A rehearsal should be quick, unless it is one of the limit too.
    private double? PaceOf(SandboxServer server) => ActionsPerSecond ?? (server.Options.WriteLimitPerSecond is null ? 0 : null);

    private static SandboxAccess AccessTo(SandboxServer server, string? sampleUserId = null, string? sampleUserExternalId = null) => new(
        () => server.Record.Requests.Select(ToRecordedRequest).ToArray(),
        () => server.Record.MaxConcurrent,
        () => server.Record.InFlight,
        server.Record.Clear)
    {
        SampleUserId = sampleUserId,
        SampleUserExternalId = sampleUserExternalId,
    };

    private static RecordedRequest ToRecordedRequest(SandboxRequest request) => new()
    {
        Number = request.Number,
        Received = request.Received,
        Method = request.Method,
        Path = request.Path,
        Query = request.Query,
        ContentType = request.ContentType,
        Body = request.Body,
        Headers = request.Headers,
        Status = request.Status,
        Cancelled = request.Cancelled,
        Acted = request.Acted,
        Fault = request.Fault?.ToString(),
        ConcurrentRequests = request.ConcurrentRequests,
    };
}
