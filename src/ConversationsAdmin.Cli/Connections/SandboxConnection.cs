using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Cli.Connections;

/// <summary>Opens a connection to a sandbox of a provider, in this process.</summary>
internal static class SandboxConnection
{
    private const string Name = "Sandbox";

    /// <summary>Opens it. Without a limit it is not paced, so that a rehearsal is quick.</summary>
    /// <returns>The connection; for Sunshine also the user whose conversations the sandbox has.</returns>
    internal static (ConvConnection Connection, string? SampleUser) Open(Provider provider, double? actionsPerSecond)
    {
        var pace = actionsPerSecond ?? 0;
        switch (provider)
        {
            case Provider.Telnyx:
                var telnyx = Unrecorded(new TelnyxSandbox());
                return (ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
                {
                    Name = Name,
                    Credential = new TelnyxCredential(telnyx.ApiKey),
                    BaseUri = TelnyxSandbox.BaseAddress,
                    ActionsPerSecond = pace,
                    Handler = telnyx.CreateHandler,
                }), null);
            case Provider.Sunshine:
                var sunshine = Unrecorded(new SunshineSandbox());
                return (ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
                {
                    Name = Name,
                    Credential = SunshineCredential.OfKey(sunshine.KeyId, sunshine.KeySecret),
                    BaseUri = SunshineSandbox.BaseAddress,
                    AppId = sunshine.AppId,
                    ActionsPerSecond = pace,
                    Handler = sunshine.CreateHandler,
                }), sunshine.SampleUserId);
            default:
                var twilio = Unrecorded(new TwilioSandbox());
                return (ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
                {
                    Name = Name,
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

    // Nobody can read the record of this process, which would only grow.
    private static T Unrecorded<T>(T sandbox)
        where T : SandboxServer
    {
        sandbox.Record.Keeps = false;
        return sandbox;
    }
}
