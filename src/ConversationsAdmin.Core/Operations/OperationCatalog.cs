using System.Collections.Immutable;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Core.Operations;

/// <summary>The operations that the product offers. What only archives read is not among them.</summary>
public static class OperationCatalog
{
    /// <summary>All of them, those of one resource together.</summary>
    public static ImmutableArray<Operation> All { get; } =
    [
        .. ServiceResource.Operations,
        .. ServiceConfigurationResource.Operations,
        .. ServiceNotificationResource.Operations,
        .. ServiceWebhookResource.Operations,
        .. BindingResource.Operations,
        .. ConversationResource.Operations,
        .. MessageResource.Operations,
        .. MessageReceiptResource.Operations,
        .. ParticipantResource.Operations,
        .. WebhookResource.Operations,
        .. ParticipantConversationResource.Operations,
        .. RoleResource.Operations,
        .. UserResource.Operations,
        .. UserConversationResource.Operations,
        .. ProxySessionResource.Operations,
        .. TelnyxConversationResource.Operations,
        .. TelnyxConversationMessageResource.Operations,
        .. TelnyxConversationInsightResource.Operations,
        .. SunshineConversationResource.Operations,
    ];
}
