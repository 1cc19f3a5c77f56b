using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Pipeline;

/// <summary>How a resource is told from others when it comes down the pipeline.</summary>
/// <param name="ResourceType">Its type.</param>
/// <param name="Identifier">The property that identifies it.</param>
/// <param name="Kind">What that property holds.</param>
internal sealed record ResourceIdentity(string ResourceType, string Identifier, SidKind Kind)
{
    internal static readonly ResourceIdentity Service = new(ConversationsAdmin.Twilio.Service.Type, "ServiceSid", SidKind.Service);

    internal static readonly ResourceIdentity Conversation = new(ConversationsAdmin.Twilio.Conversation.Type, "ConversationSid", SidKind.Conversation);

    internal static readonly ResourceIdentity Participant = new(ConversationsAdmin.Twilio.Participant.Type, "ParticipantSid", SidKind.Participant);
}
