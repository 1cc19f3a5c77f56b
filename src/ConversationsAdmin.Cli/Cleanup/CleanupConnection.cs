using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Opens the connection that a clean-up works on.</summary>
internal static class CleanupConnection
{
    /// <exception cref="RequestArgumentException">The credentials, the service or the address are missing, or are not what they should be.</exception>
    internal static ConvConnection Open(CleanupOptions options)
    {
        var connection = options.Sandbox ? OpenSandbox(options) : OpenTwilio(options);
        WarmUp.Begin();
        return connection;
    }

    private static ConvConnection OpenSandbox(CleanupOptions options)
    {
        var server = new TwilioSandbox();
        return ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
        {
            Name = "Sandbox",
            Credential = new TwilioCredential(server.AccountSid, server.AuthToken, server.AccountSid),
            BaseUri = TwilioSandbox.ConversationsBaseAddress,
            ServiceSid = options.ServiceSid ?? server.DefaultServiceSid,
            Handler = server.CreateHandler,

            // A rehearsal should be quick.
            ActionsPerSecond = 0,
        });
    }

    private static ConvConnection OpenTwilio(CleanupOptions options) => ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
    {
        Name = "Twilio",
        Credential = TwilioEnvironment.ReadCredential(),
        Region = TwilioEnvironment.Region,
        Edge = TwilioEnvironment.Edge,
        BaseUri = options.BaseUri,
        ServiceSid = options.ServiceSid
            ?? throw new RequestArgumentException("service", "No service is given. Pass --service with the SID of the Conversations service, or rehearse with --sandbox."),
    });
}
