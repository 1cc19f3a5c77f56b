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

/// <summary>Updates webhooks of conversations. The target stays what it is.</summary>
[Cmdlet(VerbsCommon.Set, "ConvWebhook", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(Webhook))]
public sealed class SetConvWebhookCommand : SendInServiceCmdlet<Webhook>
{
    /// <summary>The conversation: CH and 32 hexadecimal digits. An object from the pipeline brings its own.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [Parameter(ParameterSetName = InputSet)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string? ConversationSid { get; set; }

    /// <summary>The webhooks to update: WH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    [Identifier]
    public string[] WebhookSid { get; set; } = [];

    /// <summary>What to update, as an object that Get-ConvWebhook wrote, as what a CSV or JSON file kept of one, or as a SID with -ConversationSid.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The address that is called, at most 512 characters.</summary>
    [Parameter]
    [Alias("Configuration.Url")]
    [NotNullText]
    public Uri? ConfigurationUrl { get; set; }

    /// <summary>The HTTP method of the call: get or post.</summary>
    [Parameter]
    [Alias("Configuration.Method")]
    [ArgumentCompleter(typeof(WebhookMethodCompleter))]
    public string? ConfigurationMethod { get; set; }

    /// <summary>The events that are sent, such as onMessageAdded. They replace those that were set.</summary>
    [Parameter]
    [Alias("Configuration.Filters")]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string[]? ConfigurationFilter { get; set; }

    /// <summary>The keywords in messages that start it. They replace those that were set.</summary>
    [Parameter]
    [Alias("Configuration.Triggers")]
    public string[]? ConfigurationTrigger { get; set; }

    /// <summary>The Studio flow that is started: FW and 32 hexadecimal digits.</summary>
    [Parameter]
    [Alias("Configuration.FlowSid")]
    public string? ConfigurationFlowSid { get; set; }

    private protected override string Activity => "Updating webhooks";

    private protected override Operation Operation => WebhookResource.Update;

    private protected override object? ExplicitParent(string identifier) =>
        identifier == nameof(ConversationSid) ? ConversationSid : base.ExplicitParent(identifier);

    private protected override Webhook Read(JsonElement json, ResourceOrigin origin) => WebhookResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(ResourceIdentity.Webhook, WebhookSid);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Update(ResourceIdentity.Webhook, WebhookSid, InputObject);
}
