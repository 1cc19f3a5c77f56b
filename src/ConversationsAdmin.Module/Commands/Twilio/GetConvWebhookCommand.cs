using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Lists the webhooks of conversations, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvWebhook", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Webhook))]
public sealed class GetConvWebhookCommand : GetInConversationCmdlet<Webhook>
{
    /// <summary>The webhooks to fetch: WH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = FetchSet, ValueFromPipelineByPropertyName = true)]
    [Identifier]
    public string[] WebhookSid { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.Webhook;

    private protected override Operation ListOperation => WebhookResource.List;

    private protected override Operation? FetchOperation => WebhookResource.Fetch;

    private protected override IEnumerable<object> Named => WebhookSid;

    private protected override Webhook Read(JsonElement json, ResourceOrigin origin) => WebhookResource.Read(json, origin);
}
