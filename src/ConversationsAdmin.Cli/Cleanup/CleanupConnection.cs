using ConversationsAdmin.Core.Connections;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Opens the connection that a clean-up works on.</summary>
internal static class CleanupConnection
{
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
}
