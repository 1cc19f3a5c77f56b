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

/// <summary>Creates a webhook of conversations. A conversation has five at most.</summary>
[Cmdlet(VerbsCommon.New, "ConvWebhook", SupportsShouldProcess = true, DefaultParameterSetName = WebhookSet)]
[OutputType(typeof(Webhook))]
public sealed class NewConvWebhookCommand : SendInServiceCmdlet<Webhook>
{
    private const string WebhookSet = "Webhook";
    private const string TriggerSet = "Trigger";
    private const string StudioSet = "Studio";

    /// <summary>The conversations: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>What the webhook does: webhook calls an address for events, trigger for keywords in messages, studio starts a flow. It follows from the configuration, and need not be given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WebhookTargetCompleter))]
    public string? Target { get; set; }

    /// <summary>The address that is called, at most 512 characters.</summary>
    // What a target can't do without is a rule of the operation, which says what to give; a mandatory parameter would ask.
    [Parameter(ParameterSetName = WebhookSet)]
    [Parameter(ParameterSetName = TriggerSet)]
    [Alias("Configuration.Url")]
    [NotNullText]
    public Uri? ConfigurationUrl { get; set; }

    /// <summary>The HTTP method of the call: get or post.</summary>
    [Parameter(ParameterSetName = WebhookSet)]
    [Parameter(ParameterSetName = TriggerSet)]
    [Alias("Configuration.Method")]
    [ArgumentCompleter(typeof(WebhookMethodCompleter))]
    public string? ConfigurationMethod { get; set; }

    /// <summary>The events that are sent, such as onMessageAdded.</summary>
    [Parameter(ParameterSetName = WebhookSet)]
    [Alias("Configuration.Filters")]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string[]? ConfigurationFilter { get; set; }

    /// <summary>The keywords in messages that start it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TriggerSet)]
    [Alias("Configuration.Triggers")]
    public string[]? ConfigurationTrigger { get; set; }

    /// <summary>The Studio flow that is started: FW and 32 hexadecimal digits.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StudioSet)]
    [Alias("Configuration.FlowSid")]
    public string? ConfigurationFlowSid { get; set; }

    /// <summary>The index of the message after which messages are sent again.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(0, int.MaxValue)]
    [Alias("Configuration.ReplayAfter")]
    public int ConfigurationReplayAfter { get; set; }

    private protected override string Activity => "Creating webhooks";

    private protected override Operation Operation => WebhookResource.Create;

    private protected override Webhook Read(JsonElement json, ResourceOrigin origin) => WebhookResource.Read(json, origin);

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
