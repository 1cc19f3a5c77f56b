using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Creates a webhook of conversations. A conversation has five at most.</summary>
[Cmdlet(VerbsCommon.New, "ConvWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(Webhook))]
public sealed class NewConvWebhookCommand : SendCmdlet<Webhook>
{
    /// <summary>The conversations: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>What the webhook does: webhook calls an address for events, trigger for keywords in messages, studio starts a flow. It follows from the configuration, and need not be given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WebhookTargetCompleter))]
    public string? Target { get; set; }

    /// <summary>The address that is called, at most 512 characters.</summary>
    // What goes together is a rule of the operation and no parameter set, because PowerShell would not say which parameters do not fit.
    [Parameter]
    [Alias("Configuration.Url")]
    [NotNullText]
    public Uri? ConfigurationUrl { get; set; }

    /// <summary>The HTTP method of the call: get or post.</summary>
    [Parameter]
    [Alias("Configuration.Method")]
    [ArgumentCompleter(typeof(WebhookMethodCompleter))]
    public string? ConfigurationMethod { get; set; }

    /// <summary>The events that are sent, such as onMessageAdded.</summary>
    [Parameter]
    [Alias("Configuration.Filters")]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string[]? ConfigurationFilter { get; set; }

    /// <summary>The keywords in messages that start it.</summary>
    [Parameter]
    [Alias("Configuration.Triggers")]
    public string[]? ConfigurationTrigger { get; set; }

    /// <summary>The Studio flow that is started: FW and 32 hexadecimal digits.</summary>
    [Parameter]
    [Alias("Configuration.FlowSid")]
    public string? ConfigurationFlowSid { get; set; }

    /// <summary>The index of the message after which messages are sent again.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [Alias("Configuration.ReplayAfter")]
    public int ConfigurationReplayAfter { get; set; }

    private protected override string Activity => "Creating webhooks";

    private protected override Operation Operation => WebhookResource.Create;

    private protected override Webhook Read(JsonElement json, string connectionName) => WebhookResource.Read(json, connectionName);

    private protected override IEnumerable<KeyValuePair<string, object?>> GivenValues(Operation operation) =>
        Target is null
            ? base.GivenValues(operation).Append(KeyValuePair.Create(nameof(Target), (object?)FollowingTarget))
            : base.GivenValues(operation);

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateInConversations(ConversationSid, $"Create a webhook with the target {Target ?? FollowingTarget}");

    private string FollowingTarget =>
        ConfigurationFlowSid is not null ? WebhookResource.StudioTarget
        : ConfigurationTrigger is not null ? WebhookResource.TriggerTarget
        : WebhookResource.WebhookTarget;
}
