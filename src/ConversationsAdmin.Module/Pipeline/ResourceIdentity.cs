using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Pipeline;

/// <summary>How a resource is told from others when it comes down the pipeline, and found.</summary>
/// <param name="ResourceType">Its type.</param>
/// <param name="Kind">What identifies it.</param>
/// <param name="Noun">What a sentence calls it.</param>
/// <param name="Parents">The identifiers of what it belongs to, the nearest last.</param>
internal sealed record ResourceIdentity(string ResourceType, IdentifierKind Kind, string Noun, params string[] Parents)
{
    private const string ServiceSid = ResourceContainer.ServiceSid;
    private const string ConversationSid = "ConversationSid";

    internal static readonly ResourceIdentity Service = new(ConversationsAdmin.Twilio.Service.TypeName, SidKind.Service, "service");

    internal static readonly ResourceIdentity ServiceConfiguration =
        new(ConversationsAdmin.Twilio.ServiceConfiguration.TypeName, SidKind.Service, "configuration of service");

    internal static readonly ResourceIdentity ServiceNotification =
        new(ConversationsAdmin.Twilio.ServiceNotification.TypeName, SidKind.Service, "push notifications of service");

    internal static readonly ResourceIdentity ServiceWebhook =
        new(ConversationsAdmin.Twilio.ServiceWebhook.TypeName, SidKind.Service, "webhooks of service");

    internal static readonly ResourceIdentity Conversation =
        new(ConversationsAdmin.Twilio.Conversation.TypeName, SidKind.Conversation, "conversation", ServiceSid);

    internal static readonly ResourceIdentity Participant =
        new(ConversationsAdmin.Twilio.Participant.TypeName, SidKind.Participant, "participant", ServiceSid, ConversationSid);

    internal static readonly ResourceIdentity Message = new(ConversationsAdmin.Twilio.Message.TypeName, SidKind.Message, "message", ServiceSid, ConversationSid);

    internal static readonly ResourceIdentity MessageReceipt =
        new(ConversationsAdmin.Twilio.MessageReceipt.TypeName, SidKind.Receipt, "receipt", ServiceSid, ConversationSid, "MessageSid");

    internal static readonly ResourceIdentity Webhook = new(ConversationsAdmin.Twilio.Webhook.TypeName, SidKind.Webhook, "webhook", ServiceSid, ConversationSid);

    internal static readonly ResourceIdentity Role = new(ConversationsAdmin.Twilio.Role.TypeName, SidKind.Role, "role", ServiceSid);

    internal static readonly ResourceIdentity User = new(ConversationsAdmin.Twilio.User.TypeName, SidKind.User, "user", ServiceSid);

    internal static readonly ResourceIdentity UserConversation =
        new(ConversationsAdmin.Twilio.UserConversation.TypeName, SidKind.Conversation, "conversation", ServiceSid, "UserSid");

    internal static readonly ResourceIdentity ParticipantConversation =
        new(ConversationsAdmin.Twilio.ParticipantConversation.TypeName, SidKind.Conversation, "conversation", ServiceSid);

    internal static readonly ResourceIdentity Binding = new(ConversationsAdmin.Twilio.Binding.TypeName, SidKind.Binding, "push binding", ServiceSid);

    internal static readonly ResourceIdentity ProxySession =
        new(ConversationsAdmin.Twilio.ProxySession.TypeName, SidKind.Session, "session", ResourceContainer.ProxyServiceSid);

    internal static readonly ResourceIdentity TelnyxConversation =
        new(ConversationsAdmin.Telnyx.TelnyxConversation.TypeName, UuidKind.Conversation, "conversation");

    // Messages and insights have no identifiers to be found by: they are read with their conversation.
    internal static readonly ResourceIdentity TelnyxConversationMessage =
        new(ConversationsAdmin.Telnyx.TelnyxConversationMessage.TypeName, UuidKind.Conversation, "message");

    internal static readonly ResourceIdentity TelnyxConversationInsight =
        new(ConversationsAdmin.Telnyx.TelnyxConversationInsight.TypeName, UuidKind.Conversation, "insight");

    internal static readonly ResourceIdentity SunshineConversation =
        new(ConversationsAdmin.Sunshine.SunshineConversation.TypeName, HexIdKind.Conversation, "conversation", ResourceContainer.AppId);

    /// <summary>The property that identifies it.</summary>
    internal string Identifier => Kind.IdentifierName;

    /// <summary>What a sentence calls several of it.</summary>
    internal string Plural => Noun + "s";

    /// <summary>Conversations of all kinds, and the sessions of Twilio Proxy: what can be cleaned up and archived.</summary>
    internal static IReadOnlyList<ResourceIdentity> Conversations => [Conversation, ProxySession, TelnyxConversation, SunshineConversation];

    /// <summary>The one that a clean-up may be about.</summary>
    /// <param name="resourceType">Its type.</param>
    internal static ResourceIdentity OfCleanup(string resourceType) => Conversations.Single(resource => resource.ResourceType == resourceType);
}
