using System.Collections;
using System.Management.Automation;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Connections;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Connections;

/// <summary>
/// Opens a connection to a provider, or to the embedded sandbox, and makes it the default of this runspace. Nothing is sent: Test-ConvConnection proves it.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "ConvProvider", DefaultParameterSetName = EnvironmentSet)]
[OutputType(typeof(ConvConnection))]
public sealed class ConnectConvProviderCommand : ConvCmdlet
{
    private const string EnvironmentSet = "Environment";
    private const string CredentialSet = "Credential";
    private const string SandboxSet = "Sandbox";

    /// <summary>The provider. Without -Credential, the credentials come from its environment variables (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_KEY, TWILIO_API_SECRET).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = EnvironmentSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CredentialSet)]
    public Provider Provider { get; set; }

    /// <summary>An account SID with its auth token, or an API key SID with its secret and -AccountSid.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The account of an API key: AC and 32 hexadecimal digits.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    public string? AccountSid { get; set; }

    /// <summary>The region, such as ie1. The default is TWILIO_REGION, else Twilio's own.</summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public string? Region { get; set; }

    /// <summary>The edge, such as dublin. The default is TWILIO_EDGE, else that of the region.</summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public string? Edge { get; set; }

    /// <summary>The address of Conversations in place of Twilio's own: a proxy's, or a fake's. https, or http on this machine.</summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public Uri? BaseUri { get; set; }

    /// <summary>The address of Twilio Proxy in place of Twilio's own.</summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public Uri? ProxyBaseUri { get; set; }

    /// <summary>How long one answer may take. The default is 60 seconds. A TimeSpan, ISO 8601 or hh:mm:ss.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request is sent again after a passing failure. The default is 4; too many requests (429) have four times as many.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaxRetry { get; set; } = 4;

    /// <summary>Opens the embedded sandbox: made-up conversations in memory, no account, no network.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>What the sandbox shall be like, such as @{ Latency = '00:00:00.05'; WriteLimitPerSecond = 30 }. about_ConvSandbox lists the options.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    public Hashtable SandboxOption { get; set; } = [];

    /// <summary>The service that commands use when none is given: IS and 32 hexadecimal digits.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    public string? ServiceSid { get; set; }

    /// <summary>The name of the connection. The default is the provider's, or Sandbox. A connection of the same name is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Writes the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private RetryOptions Retry => new() { MaxFailed = MaxRetry, MaxThrottled = MaxRetry * 4 };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var connection = Sandbox
                ? SandboxConnection.Open(Name ?? SandboxSet, SandboxOption, ServiceSid, Timeout, Retry)
                : OpenTwilio();
            Connections.Add(connection);
            if (PassThru)
            {
                WriteObject(connection);
            }
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

    private ConvConnection OpenTwilio() => ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
    {
        Name = Name ?? Provider.ToString(),
        Credential = Credential is { } given
            ? new TwilioCredential(given.UserName, given.GetNetworkCredential().Password, AccountSid)
            : TwilioEnvironment.ReadCredential(),
        Region = Region ?? TwilioEnvironment.Region,
        Edge = Edge ?? TwilioEnvironment.Edge,
        BaseUri = BaseUri,
        ProxyBaseUri = ProxyBaseUri,
        ServiceSid = ServiceSid,
        Timeout = Timeout,
        Retry = Retry,
    });
}
