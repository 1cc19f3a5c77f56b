using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ScopedWebhookFields
{
    public const string Target = "Target";

    private const string Url = "Configuration.Url";
    private const string Method = "Configuration.Method";
    private const string Filters = "Configuration.Filters";
    private const string Triggers = "Configuration.Triggers";
    private const string FlowSid = "Configuration.FlowSid";
    private const string ReplayAfter = "Configuration.ReplayAfter";

    private const int MostTriggers = 5;

    private static readonly Field[] Shared =
    [
        new WebhookUrlField(Url),
        new ChoiceField(Method, "get", "post") { InAnyCase = true },
        new PatternField(Filters, "^on[A-Z][A-Za-z]+$", "an event such as onMessageAdded", TwilioCode.WebhookFilterMalformed)
        {
            Repeats = true,
        },
        new PatternField(Triggers, "^.{1,248}$", "a keyword of 1 to 248 characters", TwilioCode.WebhookTriggerMalformed)
        {
            Repeats = true,
        },
        new SidField(FlowSid, "FW") { MalformedCode = TwilioCode.WebhookFlowMalformed },
    ];

    public static readonly FieldSet ForCreate = new(
    [
        .. Shared,
        new ChoiceField(Target, WebhookTarget.Names)
        {
            Required = true,
            MissingCode = TwilioCode.WebhookTargetMissing,
            UnknownCode = TwilioCode.WebhookTargetUnknown,
        },
        new WholeNumberField(ReplayAfter, 0),
    ]);

    public static readonly FieldSet ForUpdate = new(Shared);

    /// <summary>Refuses what the target does not use, and on creation demands what it cannot do without.</summary>
    public static void DemandFitting(FieldValues form, string target, bool isNew)
    {
        string[] used = target switch
        {
            WebhookTarget.Webhook => [Url, Method, Filters, ReplayAfter],
            WebhookTarget.Trigger => [Url, Method, Triggers, ReplayAfter],
            _ => [FlowSid, ReplayAfter],
        };
        foreach (var name in form.Names)
        {
            if (name != Target && !used.Contains(name))
                throw TwilioError.BadParameter($"{name} is not for a webhook whose target is {target}.");
        }
        if (form.Texts(Triggers).Count > MostTriggers)
            throw new TwilioError(400, TwilioCode.TooManyWebhookTriggers, $"{Triggers} takes at most {MostTriggers} keywords.");
        if (isNew)
            DemandComplete(form, target);
    }

    public static void Apply(FieldValues form, ScopedWebhook webhook)
    {
        webhook.Url = form.Text(Url) ?? webhook.Url;
        webhook.Method = form.Text(Method)?.ToLowerInvariant() ?? webhook.Method;
        webhook.FlowSid = form.Text(FlowSid) ?? webhook.FlowSid;
        var filters = form.Texts(webhook.Target == WebhookTarget.Trigger ? Triggers : Filters);
        if (filters.Count > 0)
            webhook.Filters = filters;
    }

    private static void DemandComplete(FieldValues form, string target)
    {
        (string Field, int Code)[] needed = target switch
        {
            WebhookTarget.Webhook => [(Url, TwilioCode.WebhookUrlMissing), (Filters, TwilioCode.WebhookFiltersMissing)],
            WebhookTarget.Trigger => [(Url, TwilioCode.WebhookUrlMissing), (Triggers, TwilioCode.WebhookTriggersMissing)],
            _ => [(FlowSid, TwilioCode.WebhookFlowMalformed)],
        };
        foreach (var (field, code) in needed)
        {
            if (!form.Has(field))
                throw new TwilioError(400, code, $"{field} is required when the target is {target}.");
        }
    }
}
