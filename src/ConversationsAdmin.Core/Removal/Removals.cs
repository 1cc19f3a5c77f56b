using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sunshine;
using ConversationsAdmin.Telnyx;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Removal;

/// <summary>The removals of all resources, each with what it belongs to.</summary>
public static class Removals
{
    private static readonly Dictionary<string, Definition> ByResourceType = new()
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

        // A service of Proxy can't be fetched by any of these operations, but its list tells as well whether it exists.
        [ProxySession.TypeName] = new(ProxySessionResource.Delete, SidKind.Session, ProxySessionResource.List, SidKind.ProxyService),

        // Nothing stands above it but the key's own organization, and its list tells whether the address and the key are right.
        [TelnyxConversation.TypeName] = new(TelnyxConversationResource.Delete, UuidKind.Conversation, TelnyxConversationResource.List, Parent: null),

        // The provider says itself what it did not find.
        [SunshineConversation.TypeName] = new(SunshineConversationResource.Delete, HexIdKind.Conversation, FetchParent: null, HexIdKind.App)
        {
            NotFoundCode = SunshineConversationResource.NotFoundCode,
        },
    };

    private sealed record Definition(Operation Delete, IdentifierKind Kind, Operation? FetchParent, IdentifierKind? Parent)
    {
        internal string? NotFoundCode { get; init; }
    }

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
        var removal = ByResourceType[resourceType];
        var (delete, kind, fetchParent, parent) = removal;
        var own = address.Value(kind.IdentifierName);
        var above = parent is null ? null : address.Value(parent.IdentifierName);
        return new RemovalTarget
        {
            Delete = OperationRequest.Create(delete, [.. address.ValuesFor(delete), .. values]),
            FetchParent = fetchParent is null ? null : OperationRequest.Create(fetchParent, [.. address.ValuesFor(fetchParent), .. OneRow(fetchParent)]),
            Parent = parent is null ? null : $"{parent.Noun} {above}",
            NotFoundCode = removal.NotFoundCode,
            Name = own!.ToString()!,
            IsAlternateName = own is AlternateName || above is AlternateName,
            ResourceType = resourceType,
            AccountSid = accountSid,
            Address = address,
        };
    }

    private static IEnumerable<KeyValuePair<string, object?>> OneRow(Operation operation) =>
        operation.Paging?.PageSizeName is { } name ? [KeyValuePair.Create(name, (object?)1)] : [];
}
