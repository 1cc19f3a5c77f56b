using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Creates a role in a service.</summary>
[Cmdlet(VerbsCommon.New, "ConvRole", SupportsShouldProcess = true)]
[OutputType(typeof(Role))]
public sealed class NewConvRoleCommand : SendInServiceCmdlet<Role>
{
    /// <summary>The name that people read, at most 64 characters.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [NotNullText]
    public string FriendlyName { get; set; } = "";

    /// <summary>Where the role applies: conversation or service.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(RoleTypeCompleter))]
    public string Type { get; set; } = "";

    /// <summary>What the role permits.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ArgumentCompleter(typeof(PermissionCompleter))]
    public string[] Permission { get; set; } = [];

    private protected override string Activity => "Creating roles";

    private protected override Operation Operation => RoleResource.Create;

    private protected override Role Read(JsonElement json, ResourceOrigin origin) => RoleResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateInService($"Create the {Type} role '{FriendlyName}'");
}
