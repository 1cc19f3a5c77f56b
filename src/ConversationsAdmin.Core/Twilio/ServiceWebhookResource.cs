using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Service Webhook resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class ServiceWebhookResource
{
    /// <summary>The documented events.</summary>
    public static readonly ImmutableArray<string> Events =
    [
        "onConversationAdd", "onConversationAdded", "onConversationUpdate", "onConversationUpdated", "onConversationRemove",
        "onConversationRemoved", "onConversationStateUpdated", "onMessageAdd", "onMessageAdded", "onMessageUpdate", "onMessageUpdated",
        "onMessageRemove", "onMessageRemoved", "onParticipantAdd", "onParticipantAdded", "onParticipantUpdate", "onParticipantUpdated",
        "onParticipantRemove", "onParticipantRemoved", "onDeliveryUpdated",
    ];

    /// <summary>The HTTP methods that a service's webhooks may use, as this resource spells them.</summary>
    public static readonly ImmutableArray<string> Methods = ["GET", "POST"];

    private const string Path = "/v1/Services/{ChatServiceSid}/Configuration/Webhooks";

    /// <summary>Fetches the webhooks of a service.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceWebhookConfiguration",
        "fetch-specific-service-webhook-configuration",
        "Fetches a service's webhooks: the addresses called before and after events, and for which events.",
        Path,
        ServiceWebhook.TypeName,
        TwilioParameters.Service);

    /// <summary>Updates the webhooks of a service. The events are replaced whole.</summary>
    public static readonly Operation Update = TwilioOperation.Update(
        "UpdateServiceWebhookConfiguration",
        "update-specific-webhook",
        "Updates a service's webhooks; the list of events is replaced whole.",
        Path,
        ServiceWebhook.TypeName,
        BudgetScope.None,
        TwilioParameters.Service,
        new UriParameter("PreWebhookUrl", In.Body, TwilioParameters.MaxWebhookUrlLength)
        {
            MayBeEmpty = true,
            Description = "The address that is called before an event; an empty text takes it away.",
        },
        new UriParameter("PostWebhookUrl", In.Body, TwilioParameters.MaxWebhookUrlLength)
        {
            MayBeEmpty = true,
            Description = "The address that is called after an event; an empty text takes it away.",
        },
        new ListParameter(new ChoiceParameter("Filters", In.Body, Events))
        {
            Description = "The events that are sent; they replace all that were set.",
        },
        new ChoiceParameter("Method", In.Body, Methods) { Description = "The HTTP method of the calls." });

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [Fetch, Update];

    /// <summary>Reads the webhooks of a service.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static ServiceWebhook Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new ServiceWebhook
        {
            ConnectionName = origin.ConnectionName,
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            PreWebhookUrl = fields.Address("pre_webhook_url"u8),
            PostWebhookUrl = fields.Address("post_webhook_url"u8),
            Filters = new TextList(fields.Texts("filters"u8)),
            Method = fields.Text("method"u8),
            Url = fields.Address("url"u8),
            AdditionalProperties = fields.Rest(),
        };
    }
}
