using System.Collections;
using System.Management.Automation;
using System.Security;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Connections;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Connections;

/// <summary>
/// Opens a connection to a provider, or to the embedded sandbox, and makes it the provider's default in this runspace. Nothing is sent: Test-ConvConnection proves it.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "ConvProvider", DefaultParameterSetName = EnvironmentSet)]
[OutputType(typeof(ConvConnection))]
public sealed class ConnectConvProviderCommand : ConvCmdlet
{
    private const string EnvironmentSet = "Environment";
    private const string CredentialSet = "Credential";
    private const string ApiKeySet = "ApiKey";
    private const string TokenSet = "Token";
    private const string SecretSet = "Secret";
    private const string SandboxSet = "Sandbox";

    /// <summary>
    /// The provider. Without credentials they come from its environment variables: TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or with TWILIO_API_KEY and TWILIO_API_SECRET;
    /// TELNYX_API_KEY; SUNSHINE_KEY_ID and SUNSHINE_KEY_SECRET. With -Sandbox, the default is all of them.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = EnvironmentSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CredentialSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ApiKeySet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TokenSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SecretSet)]
    [Parameter(Position = 0, ParameterSetName = SandboxSet)]
    public Provider Provider { get; set; }

    /// <summary>
    /// Twilio: an account SID with its auth token, or an API key SID with its secret and -AccountSid. Sunshine: the id of a key with its secret.
    /// Telnyx: any user name, with the API key as the password.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [CredentialOrName]
    public PSCredential? Credential { get; set; }

    /// <summary>The API v2 key. Telnyx only.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ApiKeySet)]
    public SecureString? ApiKey { get; set; }

    /// <summary>A JSON web token that was signed with the secret of a key, in place of a key. Sunshine only.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TokenSet)]
    public SecureString? Token { get; set; }

    /// <summary>
    /// The name of a secret in a vault that Microsoft.PowerShell.SecretManagement knows, which must be installed. Twilio: a PSCredential as for -Credential, or a hashtable of
    /// AccountSid and AuthToken, or of AccountSid, ApiKey and ApiSecret. Telnyx: the API key as a SecureString or a string, or a PSCredential. Sunshine: a PSCredential, or a hashtable of KeyId and KeySecret.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? SecretName { get; set; }

    /// <summary>The vault that has the secret. Without it all registered vaults are searched, the default one first.</summary>
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultNameCompleter))]
    public string? VaultName { get; set; }

    /// <summary>The account of an API key: AC and 32 hexadecimal digits. Twilio only.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = SecretSet)]
    public string? AccountSid { get; set; }

    /// <summary>The region, such as ie1. The default is TWILIO_REGION, else Twilio's own. Twilio only.</summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = SecretSet)]
    public string? Region { get; set; }

    /// <summary>The edge, such as dublin. The default is TWILIO_EDGE, else that of the region. Twilio only.</summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = SecretSet)]
    public string? Edge { get; set; }

    /// <summary>
    /// The address in place of the provider's own: a proxy's, or a fake's. https, or http on this machine. For Twilio it is that of Conversations.
    /// Sunshine needs it: https://{subdomain}.zendesk.com/sc, or for older accounts https://api.smooch.io or https://api.eu-1.smooch.io.
    /// </summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ApiKeySet)]
    [Parameter(ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = SecretSet)]
    public Uri? BaseUri { get; set; }

    /// <summary>The address of Twilio Proxy in place of Twilio's own.</summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = SecretSet)]
    public Uri? ProxyBaseUri { get; set; }

    /// <summary>How long one answer may take. The default is 60 seconds. A TimeSpan, ISO 8601 or hh:mm:ss.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request is sent again after a passing failure. The default is 4; too many requests (429) have four times as many.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(0, 20)]
    public int MaxRetry { get; set; } = 4;

    /// <summary>
    /// At most so many write actions a second (0.01 to 1000) for each service or conversation, as the provider counts them; 0 sends them as fast as they come.
    /// The default for Twilio Conversations is 29, just under its 30. Where a provider publishes no number, the default is 10 at first, and then what it takes.
    /// A sandbox without WriteLimitPerSecond has no pace by default. All that runs on the connection shares it.
    /// </summary>
    [Parameter]
    [Number]
    public double ActionsPerSecond { get; set; }

    /// <summary>The most requests in progress at once, of everything that runs on the connection: 1 to 64. The default is 64.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(1, ClientOptions.DefaultMaxConcurrency)]
    public int MaxConcurrency { get; set; } = ClientOptions.DefaultMaxConcurrency;

    /// <summary>Opens the embedded sandbox: made-up conversations in memory, no account, no network. Without -Provider it opens one for each provider.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>What the sandbox shall be like, such as @{ Latency = '00:00:00.05'; WriteLimitPerSecond = 30 }. about_ConvSandbox lists the options.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    public Hashtable SandboxOption { get; set; } = [];

    /// <summary>The Conversations service that commands use when none is given: IS and 32 hexadecimal digits. Twilio only.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    public string? ServiceSid { get; set; }

    /// <summary>The Proxy service that commands use when none is given: KS and 32 hexadecimal digits. Twilio only.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProxyServiceSidCompleter))]
    public string? ProxyServiceSid { get; set; }

    /// <summary>The app that commands use when none is given: 24 hexadecimal digits. The default is SUNSHINE_APP_ID. Sunshine only.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AppIdCompleter))]
    public string? AppId { get; set; }

    /// <summary>
    /// The name of the connection. The default is the provider's, or Sandbox. A connection of the same name is replaced.
    /// Where -Sandbox opens several, the name is Twilio's, and the others have the provider's behind it: Sandbox-Telnyx, Sandbox-Sunshine.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Writes the connection, or the connections.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private RetryOptions Retry => new() { MaxFailed = MaxRetry, MaxThrottled = MaxRetry * 4 };

    private double? Pace => MyInvocation.BoundParameters.ContainsKey(nameof(ActionsPerSecond)) ? ActionsPerSecond : null;

    private bool IsProviderGiven => MyInvocation.BoundParameters.ContainsKey(nameof(Provider));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        RefuseOfOtherProviders();
        try
        {
            // All of them are made before the first is kept.
            foreach (var connection in Open().ToArray())
            {
                Connections.Add(connection);
                Seen.ForgetOf(connection.Name);
                WriteVerbose(Describe(connection));
                if (PassThru)
                {
                    WriteObject(connection);
                }
            }

            // A sandbox is answered in this process, and needs little of what a real request does.
            if (!Sandbox)
            {
                WarmUp.Begin();
            }
        }
        catch (SecretException exception)
        {
            Terminate(new ErrorRecord(exception, exception.ErrorId, exception.Category, SecretName));
        }
        catch (RequestArgumentException exception)
        {
            Terminate(exception.ToErrorRecord(target: null));
        }
        catch (ArgumentException exception)
        {
            Terminate(new ErrorRecord(exception, "InvalidArgument", ErrorCategory.InvalidArgument, SandboxOption));
        }
    }

    // What means something to one provider alone. To another it would be passed over in silence.
    private static Provider? OnlyProviderOf(string parameter) => parameter switch
    {
        nameof(AccountSid) or nameof(Region) or nameof(Edge) or nameof(ProxyBaseUri) or nameof(ServiceSid) or nameof(ProxyServiceSid) => Provider.Twilio,
        nameof(ApiKey) => Provider.Telnyx,
        nameof(Token) or nameof(AppId) => Provider.Sunshine,
        _ => null,
    };

    private void RefuseOfOtherProviders()
    {
        if (Sandbox && !IsProviderGiven)
        {
            return;
        }

        foreach (var name in MyInvocation.BoundParameters.Keys)
        {
            if (OnlyProviderOf(name) is { } other && other != Provider)
            {
                Terminate(new ErrorRecord(
                    new ArgumentException($"-{name} is for {other}, and {Provider} has no such thing. Leave it out."), "InvalidArgument", ErrorCategory.InvalidArgument, targetObject: null));
            }
        }
    }

    private IEnumerable<ConvConnection> Open() => Sandbox ? OpenSandbox() : [Provider switch
    {
        Provider.Telnyx => OpenTelnyx(),
        Provider.Sunshine => OpenSunshine(),
        _ => OpenTwilio(),
    }];

    private IEnumerable<ConvConnection> OpenSandbox()
    {
        foreach (var provider in IsProviderGiven ? [Provider] : Enum.GetValues<Provider>())
        {
            yield return new SandboxConnection
            {
                Name = IsProviderGiven && Name is not null || provider == Provider.Twilio ? Name ?? SandboxSet : $"{Name ?? SandboxSet}-{provider}",
                ServiceSid = ServiceSid,
                ProxyServiceSid = ProxyServiceSid,
                AppId = AppId,
                Timeout = Timeout,
                Retry = Retry,
                MaxConcurrency = MaxConcurrency,
                ActionsPerSecond = Pace,
            }.Open(provider, SandboxOption);
        }
    }

    private ConvConnection OpenTwilio() => ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
    {
        Name = Name ?? Provider.ToString(),
        Credential = Credential is { } given
            ? new TwilioCredential(given.UserName, given.GetNetworkCredential().Password, AccountSid)
            : ReadSecret()?.ToTwilio(AccountSid) ?? TwilioEnvironment.ReadCredential(),
        Region = Region ?? TwilioEnvironment.Region,
        Edge = Edge ?? TwilioEnvironment.Edge,
        BaseUri = BaseUri,
        ProxyBaseUri = ProxyBaseUri,
        ServiceSid = ServiceSid,
        ProxyServiceSid = ProxyServiceSid,
        Timeout = Timeout,
        Retry = Retry,
        MaxConcurrency = MaxConcurrency,
        ActionsPerSecond = Pace,
    });

    private ConvConnection OpenTelnyx() => ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
    {
        Name = Name ?? Provider.ToString(),
        Credential = (Credential?.Password ?? ApiKey) is { } key ? new TelnyxCredential(TextOf(key)) : ReadSecret()?.ToTelnyx() ?? TelnyxEnvironment.ReadCredential(),
        BaseUri = BaseUri,
        Timeout = Timeout,
        Retry = Retry,
        MaxConcurrency = MaxConcurrency,
        ActionsPerSecond = Pace,
    });

    private ConvConnection OpenSunshine() => ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
    {
        Name = Name ?? Provider.ToString(),
        Credential = Credential is { } given ? SunshineCredential.OfKey(given.UserName, given.GetNetworkCredential().Password)
            : Token is { } token ? SunshineCredential.OfToken(TextOf(token))
            : ReadSecret()?.ToSunshine() ?? SunshineEnvironment.ReadCredential(),
        BaseUri = BaseUri,
        AppId = AppId ?? SunshineEnvironment.AppId,
        Timeout = Timeout,
        Retry = Retry,
        MaxConcurrency = MaxConcurrency,
        ActionsPerSecond = Pace,
    });

    private static string Describe(ConvConnection connection) => connection.Sandbox is null
        ? $"The connection {connection.Name} to {connection.Provider} at {connection.BaseUri}{(connection.UserName is { } user ? $" signs in as {user}" : "")}. Nothing was sent yet."
        : $"The connection {connection.Name} to the sandbox of {connection.Provider} is open: nothing leaves this process.";

    private ProviderSecret? ReadSecret() => SecretName is { } name ? new ProviderSecret(name, SecretVault.Read(InvokeCommand, name, VaultName)) : null;

    private static string TextOf(SecureString secret) => new System.Net.NetworkCredential("", secret).Password;
}
