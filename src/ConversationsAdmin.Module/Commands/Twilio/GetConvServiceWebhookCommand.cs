using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Fetches the webhooks of services.</summary>
[Cmdlet(VerbsCommon.Get, "ConvServiceWebhook")]
[OutputType(typeof(ServiceWebhook))]
public sealed class GetConvServiceWebhookCommand : GetOfServiceCmdlet<ServiceWebhook>
{
    private protected override string Activity => "Reading webhooks";

    private protected override Operation FetchOperation => ServiceWebhookResource.Fetch;

    private protected override ServiceWebhook Read(JsonElement json, ResourceOrigin origin) => ServiceWebhookResource.Read(json, origin);
}
