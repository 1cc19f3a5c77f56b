using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Removal;

/// <summary>The removals of Twilio's resources, each with what it belongs to.</summary>
public static class TwilioRemovals
{
    private static readonly Dictionary<string, Removal> ByResourceType = new()
    {
        [Service.TypeName] = new(ServiceResource.Delete, SidKind.Service, FetchParent: null, Parent: null),
        [Conversation.TypeName] = new(ConversationResource.Delete, SidKind.Conversation, ServiceResource.Fetch, SidKind.Service),
        [Participant.TypeName] = new(ParticipantResource.Delete, SidKind.Participant, ConversationResource.Fetch, SidKind.Conversation),
        [Message.TypeName] = new(MessageResource.Delete, SidKind.Message, ConversationResource.Fetch, SidKind.Conversation),
        [Webhook.TypeName] = new(WebhookResource.Delete, SidKind.Webhook, ConversationResource.Fetch, SidKind.Conversation),
        [Role.TypeName] = new(RoleResource.Delete, SidKind.Role, ServiceResource.Fetch, SidKind.Service),
        [User.TypeName] = new(UserResource.Delete, SidKind.User, ServiceResource.Fetch, SidKind.Service),
        [UserConversation.TypeName] = new(UserConversationResource.Delete, SidKind.Conversation, UserResource.Fetch, SidKind.User),
        [Binding.TypeName] = new(BindingResource.Delete, SidKind.Binding, ServiceResource.Fetch, SidKind.Service),
    };

    private sealed record Removal(Operation Delete, SidKind Kind, Operation? FetchParent, SidKind? Parent);

    /// <summary>The operation that removes a resource.</summary>
    /// <param name="resourceType">Its type.</param>
    public static Operation OperationFor(string resourceType) => ByResourceType[resourceType].Delete;

    /// <summary>The removal of a resource.</summary>
    /// <param name="resourceType">Its type.</param>
    /// <param name="accountSid">The account.</param>
    /// <param name="address">The identifiers on the way to it, with its own.</param>
    /// <param name="values">What else the removal is given, by wire name.</param>
    /// <exception cref="RequestArgumentException">An identifier is malformed.</exception>
    public static RemovalTarget Target(
        string resourceType,
        string? accountSid,
        ResourceAddress address,
        params IEnumerable<KeyValuePair<string, object?>> values)
    {
        var (delete, kind, fetchParent, parent) = ByResourceType[resourceType];
        var own = address.Value(kind.IdentifierName);
        var above = parent is null ? null : address.Value(parent.IdentifierName);
        return new RemovalTarget
        {
            Delete = OperationRequest.Create(delete, [.. address.ValuesFor(delete), .. values]),
            FetchParent = fetchParent is null ? null : OperationRequest.Create(fetchParent, address.ValuesFor(fetchParent)),
            Parent = parent is null ? null : $"{parent.Noun} {above}",
            Name = own!.ToString()!,
            IsAlternateName = own is AlternateName || above is AlternateName,
            ResourceType = resourceType,
            AccountSid = accountSid,
            Address = address,
        };
    }
}
