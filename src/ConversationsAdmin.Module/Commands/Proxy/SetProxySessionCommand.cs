using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Proxy;

/// <summary>Updates sessions of a Twilio Proxy service: when they expire, and whether they are closed or open again. Closing can be undone.</summary>
[Cmdlet(VerbsCommon.Set, "ProxySession", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(ProxySession))]
public sealed class SetProxySessionCommand : SendProxySessionCmdlet
{
    /// <summary>The sessions to update: KC and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(SessionSidCompleter))]
    [Identifier]
    public string[] SessionSid { get; set; } = [];

    /// <summary>What to update, as an object that Get-ProxySession wrote, as what a CSV or JSON file kept of one, or as a SID.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>closed closes, which can be undone; in-progress opens again, and can send calls and messages to the wrong person.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProxyUpdateStatusCompleter))]
    public string? Status { get; set; }

    private protected override string Activity => "Updating sessions";

    private protected override Operation Operation => ProxySessionResource.Update;

    private protected override string UpdateAction => IsSetTo(ProxySessionResource.Closed) ? "Close" : IsSetTo(ProxySessionResource.InProgress) ? "Open again" : "Update";

    private protected override ProxySession Read(JsonElement json, ResourceOrigin origin) => ProxySessionResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(ResourceIdentity.ProxySession, SessionSid);
        if (IsSetTo(ProxySessionResource.InProgress) && FailOnParticipantConflict != true)
        {
            WriteWarning(
                "A session that is opened again can share a pair of numbers with another that was opened meanwhile (80801), and then calls and messages reach the wrong person. With -FailOnParticipantConflict $true the provider refuses that (80604).");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Update(ResourceIdentity.ProxySession, SessionSid, InputObject);

    private bool IsSetTo(string status) => status.Equals(Status?.Trim(), StringComparison.OrdinalIgnoreCase);
}
