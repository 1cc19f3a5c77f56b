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

/// <summary>Updates the configuration of services: the roles that newcomers get, and reachability.</summary>
[Cmdlet(VerbsCommon.Set, "ConvServiceConfiguration", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(ServiceConfiguration))]
public sealed class SetConvServiceConfigurationCommand : SetOfServiceCmdlet<ServiceConfiguration>
{
    /// <summary>The role of who creates a conversation: RL and 32 hexadecimal digits.</summary>
    [Parameter]
    [NotNullText]
    [ArgumentCompleter(typeof(RoleSidCompleter))]
    public string? DefaultConversationCreatorRoleSid { get; set; }

    /// <summary>The role of who is added to a conversation: RL and 32 hexadecimal digits.</summary>
    [Parameter]
    [NotNullText]
    [ArgumentCompleter(typeof(RoleSidCompleter))]
    public string? DefaultConversationRoleSid { get; set; }

    /// <summary>The role of who is added to the service: RL and 32 hexadecimal digits.</summary>
    [Parameter]
    [NotNullText]
    [ArgumentCompleter(typeof(RoleSidCompleter))]
    public string? DefaultChatServiceRoleSid { get; set; }

    /// <summary>Whether users can see who is online.</summary>
    [Parameter]
    public bool? ReachabilityEnabled { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.ServiceConfiguration;

    private protected override Operation Operation => ServiceConfigurationResource.Update;

    private protected override ServiceConfiguration Read(JsonElement json, ResourceOrigin origin) => ServiceConfigurationResource.Read(json, origin);
}
