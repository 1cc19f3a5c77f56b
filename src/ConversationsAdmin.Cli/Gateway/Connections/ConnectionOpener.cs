using ConversationsAdmin.Cli.Connections;
using ConversationsAdmin.Core.Connections;

namespace ConversationsAdmin.Cli.Gateway.Connections;

/// <summary>Opens the gateway's connections, with credentials of the environment and of nowhere else.</summary>
internal static class ConnectionOpener
{
    // The names of the capability that the gateway implements. They go before the others.
    private const string TwilioUser = "TWILIO_USER";
    private const string TwilioPassword = "TWILIO_PASS";

    private static readonly string[] TwilioNames =
        [TwilioUser, TwilioPassword, "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "TWILIO_API_SECRET"];

    private static readonly string[] TelnyxNames = ["TELNYX_API_KEY"];
    private static readonly string[] SunshineNames = ["SUNSHINE_KEY_ID", "SUNSHINE_KEY_SECRET"];

    /// <summary>Opens a connection to each provider that the environment has credentials for; to the sandbox of each with <c>--sandbox</c>.</summary>
    /// <exception cref="RequestArgumentException">There are no credentials, or only half of them, or an address is none that may be used.</exception>
    internal static GatewayConnections Open(GatewayOptions options)
    {
        if (options.Sandbox)
        {
            var sandboxes = Enum.GetValues<Provider>().Select(provider => SandboxConnection.Open(provider, actionsPerSecond: null)).ToArray();
            return new GatewayConnections([.. sandboxes.Select(sandbox => sandbox.Connection)])
            {
                SampleUser = sandboxes.Select(sandbox => sandbox.SampleUser).FirstOrDefault(user => user is not null),
            };
        }

        var connections = new List<ConvConnection>();
        if (IsAnySet(TwilioNames))
        {
            connections.Add(OpenTwilio(options));
        }

        if (IsAnySet(TelnyxNames))
        {
            connections.Add(ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
            {
                Name = nameof(Provider.Telnyx),
                Credential = TelnyxEnvironment.ReadCredential(),
                BaseUri = options.TelnyxBaseUri,
            }));
        }

        if (IsAnySet(SunshineNames))
        {
            connections.Add(ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
            {
                Name = nameof(Provider.Sunshine),
                Credential = SunshineEnvironment.ReadCredential(),
                AppId = SunshineEnvironment.AppId,
                BaseUri = options.SunshineBaseUri,
            }));
        }

        return connections is []
            ? throw new RequestArgumentException(
                "Credential",
                $"The environment has no credentials. Set {TwilioUser} and {TwilioPassword}, {TelnyxNames[0]}, or {SunshineNames[0]} and {SunshineNames[1]}; or try it with --sandbox.")
            : new GatewayConnections(connections);
    }

    private static ConvConnection OpenTwilio(GatewayOptions options) => ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
    {
        Name = nameof(Provider.Twilio),
        Credential = (Value(TwilioUser), Value(TwilioPassword)) switch
        {
            ({ } user, { } password) => new TwilioCredential(user, password, Value("TWILIO_ACCOUNT_SID")),
            (null, null) => TwilioEnvironment.ReadCredential(),
            ({ }, null) => throw new RequestArgumentException("Credential", $"{TwilioUser} is set, but {TwilioPassword} is not."),
            (null, { }) => throw new RequestArgumentException("Credential", $"{TwilioPassword} is set, but {TwilioUser} is not."),
        },
        Region = TwilioEnvironment.Region,
        Edge = TwilioEnvironment.Edge,
        BaseUri = options.TwilioBaseUri,
        ProxyBaseUri = options.TwilioProxyBaseUri,
    });

    private static bool IsAnySet(string[] names) => names.Any(name => Value(name) is not null);

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
