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

/// <summary>Updates the webhooks of services.</summary>
[Cmdlet(VerbsCommon.Set, "ConvServiceWebhook", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(ServiceWebhook))]
public sealed class SetConvServiceWebhookCommand : SetOfServiceCmdlet<ServiceWebhook>
{
    /// <summary>The address that is asked before something happens, at most 512 characters. An empty text takes it away.</summary>
    [Parameter]
    [NotNullText]
    public Uri? PreWebhookUrl { get; set; }

    /// <summary>The address that is told after something has happened, at most 512 characters. An empty text takes it away.</summary>
    [Parameter]
    [NotNullText]
    public Uri? PostWebhookUrl { get; set; }

    /// <summary>The events that are sent, such as onMessageAdded. They replace those that were set.</summary>
    [Parameter]
    [Alias("Filters")]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string[]? Filter { get; set; }

    /// <summary>The HTTP method of the calls: GET or POST.</summary>
    [Parameter]
    [NotNullText]
    [ArgumentCompleter(typeof(ServiceWebhookMethodCompleter))]
    public string? Method { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.ServiceWebhook;

    private protected override Operation Operation => ServiceWebhookResource.Update;

    private protected override ServiceWebhook Read(JsonElement json, ResourceOrigin origin) => ServiceWebhookResource.Read(json, origin);
}
