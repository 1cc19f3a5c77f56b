using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Fetches the configuration of services: the roles that newcomers get, and reachability.</summary>
[Cmdlet(VerbsCommon.Get, "ConvServiceConfiguration")]
[OutputType(typeof(ServiceConfiguration))]
public sealed class GetConvServiceConfigurationCommand : GetOfServiceCmdlet<ServiceConfiguration>
{
    private protected override string Activity => "Reading configurations";

    private protected override Operation FetchOperation => ServiceConfigurationResource.Fetch;

    private protected override ServiceConfiguration Read(JsonElement json, ResourceOrigin origin) => ServiceConfigurationResource.Read(json, origin);
}
