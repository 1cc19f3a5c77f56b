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

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Replaces all permissions of roles, and asks before it does, unless -Force is given.</summary>
[Cmdlet(VerbsCommon.Set, "ConvRole", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(Role))]
public sealed class SetConvRoleCommand : SendInServiceCmdlet<Role>
{
    private bool replaceAll;
    private bool replaceNone;

    /// <summary>The roles to update: RL and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(RoleSidCompleter))]
    [Identifier]
    public string[] RoleSid { get; set; } = [];

    /// <summary>What to update, as an object that Get-ConvRole wrote, as what a CSV or JSON file kept of one, or as a SID.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>What the role shall permit. Whatever it permitted otherwise is gone.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = InputSet)]
    [ArgumentCompleter(typeof(PermissionCompleter))]
    public string[] Permission { get; set; } = [];

    /// <summary>Replaces without asking whether it is meant.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Activity => "Updating roles";

    private protected override Operation Operation => RoleResource.Update;

    private protected override string UpdateAction => $"Replace all permissions by {string.Join(", ", Permission)}";

    private protected override Role Read(JsonElement json, ResourceOrigin origin) => RoleResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(ResourceIdentity.Role, RoleSid);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Update(ResourceIdentity.Role, RoleSid, InputObject);

    private protected override bool MayUpdate(Target target) =>
        Force || Ask(
            () => ShouldContinue(
                $"All permissions of {target.Place} are replaced by: {string.Join(", ", Permission)}. Users and participants with this role lose every other.",
                "Replace all permissions?",
                ref replaceAll,
                ref replaceNone),
            "-Force (and -Confirm:$false)");
}
