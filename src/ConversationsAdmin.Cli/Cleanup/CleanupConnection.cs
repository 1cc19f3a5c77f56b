using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Opens the connection that a clean-up works on.</summary>
internal static class CleanupConnection
{
    private const string SandboxName = "Sandbox";

    /// <summary>Opens a connection to a provider, with the credentials of the environment.</summary>
    /// <exception cref="RequestArgumentException">The credentials or the address are missing, or are not what they should be.</exception>
    internal static ConvConnection Open(Provider provider, CleanupOptions options, double? actionsPerSecond) => provider switch
    {
        Provider.Telnyx => ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
        {
            Name = $"{provider}",
            Credential = TelnyxEnvironment.ReadCredential(),
            BaseUri = options.BaseUri,
            ActionsPerSecond = actionsPerSecond,
        }),
        Provider.Sunshine => ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
        {
            Name = $"{provider}",
            Credential = SunshineEnvironment.ReadCredential(),
            AppId = SunshineEnvironment.AppId,
            BaseUri = options.BaseUri,
            ActionsPerSecond = actionsPerSecond,
        }),
        _ => ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
        {
            Name = $"{provider}",
            Credential = TwilioEnvironment.ReadCredential(),
            Region = TwilioEnvironment.Region,
            Edge = TwilioEnvironment.Edge,
            BaseUri = options.BaseUri,
            ProxyBaseUri = options.BaseUri,
            ActionsPerSecond = actionsPerSecond,
        }),
    };

    /// <summary>Opens a sandbox of a provider in memory. Without a limit it is not paced, so that a rehearsal is quick.</summary>
    /// <returns>The connection; for Sunshine also the user whose conversations the sandbox has.</returns>
    internal static (ConvConnection Connection, string? SampleUser) OpenSandbox(Provider provider, double? actionsPerSecond)
    {
        var pace = actionsPerSecond ?? 0;
        switch (provider)
        {
            case Provider.Telnyx:
                var telnyx = new TelnyxSandbox();
                return (ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
                {
                    Name = SandboxName,
                    Credential = new TelnyxCredential(telnyx.ApiKey),
                    BaseUri = TelnyxSandbox.BaseAddress,
                    ActionsPerSecond = pace,
                    Handler = telnyx.CreateHandler,
                }), null);
            case Provider.Sunshine:
                var sunshine = new SunshineSandbox();
                return (ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
                {
                    Name = SandboxName,
                    Credential = SunshineCredential.OfKey(sunshine.KeyId, sunshine.KeySecret),
                    BaseUri = SunshineSandbox.BaseAddress,
                    AppId = sunshine.AppId,
                    ActionsPerSecond = pace,
                    Handler = sunshine.CreateHandler,
                }), sunshine.SampleUserId);
            default:
                var twilio = new TwilioSandbox();
                return (ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
                {
                    Name = SandboxName,
                    Credential = new TwilioCredential(twilio.AccountSid, twilio.AuthToken, twilio.AccountSid),
                    BaseUri = TwilioSandbox.ConversationsBaseAddress,
                    ProxyBaseUri = TwilioSandbox.ProxyBaseAddress,
                    ServiceSid = twilio.DefaultServiceSid,
                    ProxyServiceSid = twilio.ProxyServiceSid,
                    ActionsPerSecond = pace,
                    Handler = twilio.CreateHandler,
                }), null);
        }
    }
}
