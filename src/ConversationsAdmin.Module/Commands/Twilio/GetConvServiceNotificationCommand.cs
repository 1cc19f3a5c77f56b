using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Fetches the push notification settings of services.</summary>
[Cmdlet(VerbsCommon.Get, "ConvServiceNotification")]
[OutputType(typeof(ServiceNotification))]
public sealed class GetConvServiceNotificationCommand : GetOfServiceCmdlet<ServiceNotification>
{
    private protected override string Activity => "Reading push notification settings";

    private protected override Operation FetchOperation => ServiceNotificationResource.Fetch;

    private protected override ServiceNotification Read(JsonElement json, ResourceOrigin origin) => ServiceNotificationResource.Read(json, origin);
}
