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

/// <summary>Lists the roles of a service, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvRole", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Role))]
public sealed class GetConvRoleCommand : GetInServiceCmdlet<Role>
{
    /// <summary>The roles to fetch: RL and 32 hexadecimal digits each.</summary>
    // In every set, because PowerShell would bind a piped object to the list's set, which the service satisfies already.
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleSidCompleter))]
    [Identifier]
    public string[] RoleSid { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.Role;

    private protected override Operation ListOperation => RoleResource.List;

    private protected override Operation? FetchOperation => RoleResource.Fetch;

    private protected override IEnumerable<object> Named => RoleSid;

    private protected override bool Lists => RoleSid.Length == 0;

    private protected override Role Read(JsonElement json, ResourceOrigin origin) => RoleResource.Read(json, origin);
}
