using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Conversation Scoped Webhook resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class WebhookResource
{
    /// <summary>The target that calls an address for events.</summary>
    public const string WebhookTarget = "webhook";

    /// <summary>The target that calls an address for keywords in messages.</summary>
    public const string TriggerTarget = "trigger";

    /// <summary>The target that starts a Studio flow.</summary>
    public const string StudioTarget = "studio";

    /// <summary>The documented targets.</summary>
    public static readonly ImmutableArray<string> Targets = [WebhookTarget, TriggerTarget, StudioTarget];

    /// <summary>The HTTP methods that a conversation's webhook may use, as this resource spells them.</summary>
    public static readonly ImmutableArray<string> Methods = ["get", "post"];

    private const string Collection = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Webhooks";
    private const string Instance = Collection + "/{Sid}";
    private const string Url = "Configuration.Url";
    private const string Method = "Configuration.Method";
    private const string Filters = "Configuration.Filters";
    private const string Triggers = "Configuration.Triggers";
    private const string FlowSid = "Configuration.FlowSid";

    private static readonly OperationParameter Sid = new SidParameter("Sid", In.Path, SidKind.Webhook) { Required = true };

    private static readonly ImmutableArray<OperationParameter> Fields =
    [
        new UriParameter(Url, In.Body, TwilioParameters.MaxWebhookUrlLength) { Description = "The address that is called." },
        new ChoiceParameter(Method, In.Body, Methods) { Description = "The HTTP method of the call." },
        new ListParameter(new ChoiceParameter(Filters, In.Body, ServiceWebhookResource.Events))
        {
            Description = "The events that it is called for; they replace all that were set.",
        },
        new ListParameter(new TextParameter(Triggers, In.Body))
        {
            Description = "The keywords in messages that it is called for; they replace all that were set.",
        },
        new SidParameter(FlowSid, In.Body, SidKind.Flow) { Description = "The Studio flow that is started." },
    ];

    private static readonly IReadOnlyDictionary<string, string[]> FieldsOfTarget = new Dictionary<string, string[]>
    {
        [WebhookTarget] = [Url, Method, Filters],
        [TriggerTarget] = [Url, Method, Triggers],
        [StudioTarget] = [FlowSid],
    };

    /// <summary>Lists the webhooks of a conversation, of which there are five at most.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListServiceConversationScopedWebhook",
        "retrieve-list-all-webhooks-scoped",
        "Lists the webhooks of one conversation, of which there are five at most.",
        Collection,
        Webhook.TypeName,
        maxPageSize: 5,
        TwilioParameters.Service,
        TwilioParameters.Conversation);

    /// <summary>Creates a webhook.</summary>
    public static readonly Operation Create =
        TwilioOperation.Create(
            "CreateServiceConversationScopedWebhook",
            "create-new-webhook-scoped-conversation",
            "Adds a webhook to one conversation: an address for events or keywords, or a Studio flow.",
            Collection,
            Webhook.TypeName,
            BudgetScope.None,
            [
                TwilioParameters.Service, TwilioParameters.Conversation,
                new ChoiceParameter("Target", In.Body, Targets)
                {
                    Required = true,
                    Description = "What it does: webhook calls an address for events, trigger for keywords, studio starts a flow.",
                },
                .. Fields,
                new IntegerParameter("Configuration.ReplayAfter", In.Body, 0)
                {
                    Description = "The index of the message from which on it is called again for what was; never when not given.",
                },
            ])
        with
        { Rules = [FitsTarget, ReachesTarget] };

    /// <summary>Fetches a webhook.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceConversationScopedWebhook",
        "fetch-configuration-conversation-scoped-webhook",
        "Fetches one webhook of a conversation.",
        Instance,
        Webhook.TypeName,
        TwilioParameters.Service,
        TwilioParameters.Conversation,
        Sid);

    /// <summary>Updates a webhook. Its target stays.</summary>
    public static readonly Operation Update =
        TwilioOperation.Update(
            "UpdateServiceConversationScopedWebhook",
            "update-existing-conversation-scoped-webhook",
            "Updates a conversation's webhook; events and keywords are replaced whole, and its target stays.",
            Instance,
            Webhook.TypeName,
            BudgetScope.None,
            [TwilioParameters.Service, TwilioParameters.Conversation, Sid, .. Fields])
        with
        { Rules = [FitsOneTarget] };

    /// <summary>Removes a webhook.</summary>
    public static readonly Operation Delete = TwilioOperation.Delete(
        "DeleteServiceConversationScopedWebhook",
        "remove-existing-webhook-scoped-conversation",
        "Deletes a webhook of one conversation for good; what it called is called no more.",
        Instance,
        BudgetScope.None,
        TwilioParameters.Service,
        TwilioParameters.Conversation,
        Sid);

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Create, Fetch, Update, Delete];

    /// <summary>Reads a webhook.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static Webhook Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        var target = fields.Text("target"u8);
        return new Webhook
        {
            ConnectionName = origin.ConnectionName,
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            ConversationSid = fields.Identifier("conversation_sid"u8),
            WebhookSid = fields.Identifier("sid"u8),
            Target = target,
            Configuration = ReadConfiguration(fields.Object("configuration"u8), target),
            DateCreated = fields.Date("date_created"u8),
            DateUpdated = fields.Date("date_updated"u8),
            Url = fields.Address("url"u8),
            AdditionalProperties = fields.Rest(),
        };
    }

    private static WebhookConfiguration? ReadConfiguration(ResourceFields? fields, string? target)
    {
        if (fields is null)
        {
            return null;
        }

        var filters = fields.Texts("filters"u8);
        var triggers = fields.Texts("triggers"u8);

        // The provider answers with the keywords of a trigger as its filters, although they are sent as its triggers.
        var filtersAreTriggers = target == TriggerTarget && triggers.Count == 0;
        return new WebhookConfiguration
        {
            Url = fields.Address("url"u8),
            Method = fields.Text("method"u8),
            Filters = new TextList(filtersAreTriggers ? [] : filters),
            Triggers = new TextList(filtersAreTriggers ? filters : triggers),
            FlowSid = fields.Text("flow_sid"u8),
            ReplayAfter = fields.Integer("replay_after"u8),
            AdditionalProperties = fields.RestOrNull(),
        };
    }

    private static RequestArgumentException? FitsTarget(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.TryGetValue("Target", out var target)
        && FieldsOfTarget.TryGetValue(target[0], out var own)
        && Fields.FirstOrDefault(field => values.ContainsKey(field.Name) && !own.Contains(field.Name)) is { } foreign
            ? RequestArgumentException.About(foreign.Name, $"a webhook with the target {target[0]} has no such configuration. It takes {new WireNames(", ", own)}.")
            : null;

    // What a request without a target is about shows in what it sets: it must fit one target at least.
    private static RequestArgumentException? FitsOneTarget(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var given = Fields.Where(field => values.ContainsKey(field.Name)).Select(field => field.Name).ToArray();
        return FieldsOfTarget.Values.Any(own => given.All(own.Contains))
            ? null
            : RequestArgumentException.About(
                given[^1],
                $"no target has {new WireNames(" and ", given)} together. webhook takes {WireNames.Of(Filters)}, trigger takes {WireNames.Of(Triggers)}, studio takes {WireNames.Of(FlowSid)} alone.");
    }

    private static RequestArgumentException? ReachesTarget(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var target = values.TryGetValue("Target", out var given) ? given[0] : null;
        return target is WebhookTarget or TriggerTarget && !values.ContainsKey(Url) ? RequestArgumentException.About(Url, $"a webhook with the target {target} needs the address that it calls. Give it, or {WireNames.Of(FlowSid)} for a Studio flow.")
            : target is StudioTarget && !values.ContainsKey(FlowSid) ? RequestArgumentException.About(FlowSid, $"a webhook with the target studio needs the flow that it starts. Give it.")
            : target is WebhookTarget && !values.ContainsKey(Filters) ? RequestArgumentException.About(Filters, $"a webhook with the target webhook needs the events that it is called for. Give one at least.")
            : target is TriggerTarget && !values.ContainsKey(Triggers) ? RequestArgumentException.About(Triggers, $"a webhook with the target trigger needs the keywords that start it. Give one at least.")
            : null;
    }
}
