using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Proxy;

/// <summary>
/// Removes sessions of a Twilio Proxy service with their participants. It can't be undone; closing can (Set-ProxySession -Status closed).
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ProxySession", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveProxySessionCommand : RemoveCmdlet
{
    /// <summary>The sessions to remove: KC and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(SessionSidCompleter))]
    [Identifier]
    public string[] SessionSid { get; set; } = [];

    /// <summary>The Proxy service: KS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProxyServiceSidCompleter))]
    [Identifier]
    public string? ProxyServiceSid { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.ProxySession;

    private protected override IReadOnlyCollection<object> Named => SessionSid;

    private protected override string RemovalAction => "Remove for good, with its participants (Set-ProxySession -Status closed can be undone)";

    private protected override object? ExplicitParent(string identifier) => identifier == nameof(ProxyServiceSid) ? ProxyServiceSid : null;
}
