using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sunshine;
using ConversationsAdmin.Telnyx;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Operations;

/// <summary>The shape of each type of resource. They are made when they are asked for: most who send an operation never do.</summary>
internal static class ResourceShapes
{
    internal static ObjectShape? Of(string? resourceType) => resourceType switch
    {
        Service.TypeName => ServiceShape.Resource,
        ServiceConfiguration.TypeName => ServiceConfigurationShape.Resource,
        ServiceNotification.TypeName => ServiceNotificationShape.Resource,
        ServiceWebhook.TypeName => ServiceWebhookShape.Resource,
        Binding.TypeName => BindingShape.Resource,
        Conversation.TypeName => ConversationShape.Resource,
        Message.TypeName => MessageShape.Resource,
        MessageReceipt.TypeName => MessageReceiptShape.Resource,
        Participant.TypeName => ParticipantShape.Resource,
        Webhook.TypeName => WebhookShape.Resource,
        ParticipantConversation.TypeName => ParticipantConversationShape.Resource,
        Role.TypeName => RoleShape.Resource,
        User.TypeName => UserShape.Resource,
        UserConversation.TypeName => UserConversationShape.Resource,
        ProxySession.TypeName => ProxySessionShape.Resource,
        TelnyxConversation.TypeName => TelnyxConversationShape.Resource,
        TelnyxConversationMessage.TypeName => TelnyxConversationMessageShape.Resource,
        TelnyxConversationInsight.TypeName => TelnyxConversationInsightShape.Resource,
        SunshineConversation.TypeName => SunshineConversationShape.Resource,
        _ => null,
    };
}
