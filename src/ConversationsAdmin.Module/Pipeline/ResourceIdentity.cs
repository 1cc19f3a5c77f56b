using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Pipeline;

/// <summary>How a resource is told from others when it comes down the pipeline.</summary>
/// <param name="ResourceType">Its type.</param>
/// <param name="Identifier">The property that identifies it.</param>
/// <param name="Kind">What that property holds.</param>
/// <param name="Parents">The properties that identify what it belongs to.</param>
internal sealed record ResourceIdentity(string ResourceType, string Identifier, SidKind Kind, params string[] Parents)
{
    internal static readonly ResourceIdentity Service = new(ConversationsAdmin.Twilio.Service.Type, "ServiceSid", SidKind.Service);

    internal static readonly ResourceIdentity Conversation = new(ConversationsAdmin.Twilio.Conversation.Type, "ConversationSid", SidKind.Conversation, "ServiceSid");

    internal static readonly ResourceIdentity Participant = new(ConversationsAdmin.Twilio.Participant.Type, "ParticipantSid", SidKind.Participant, "ConversationSid", "ServiceSid");

    private static readonly ResourceIdentity[] All = [Service, Conversation, Participant];

    /// <summary>The identifiers that only something else has: an object with one of them is not this resource, even if it does not say what it is.</summary>
    internal IEnumerable<string> ForeignIdentifiers =>
        All.Select(identity => identity.Identifier).Where(identifier => identifier != Identifier && !Parents.Contains(identifier));
}
