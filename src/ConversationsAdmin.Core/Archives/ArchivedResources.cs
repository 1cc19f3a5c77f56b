using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sunshine;
using ConversationsAdmin.Telnyx;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Archives;

/// <summary>What the archives of all types of conversations consist of.</summary>
public static class ArchivedResources
{
    internal const string MediaBytes = "The bytes of media, which messages name.";

    private static readonly Dictionary<string, ArchivedResource> ByResourceType = new()
    {
        [Conversation.TypeName] = new(
            SidKind.Conversation,
            SidKind.Service,
            ConversationResource.Fetch,
            new ArchivePart(ArchiveRowKind.Participant, ParticipantResource.List),
            new ArchivePart(ArchiveRowKind.Webhook, WebhookResource.List),
            new ArchivePart(ArchiveRowKind.Message, MessageResource.List)
            {
                Values = [KeyValuePair.Create("Order", (object?)"asc")],
                Lacks = static message => HasSome(message, "media") ? MediaBytes : null,
                IdOfReceipts = static message => HasSome(message, "delivery") ? message.GetProperty("sid").GetString() : null,
            })
        {
            ListReceipts = MessageReceiptResource.List,
        },
        [ProxySession.TypeName] = new(
            SidKind.Session,
            SidKind.ProxyService,
            ProxySessionResource.Fetch,
            new ArchivePart(ArchiveRowKind.Participant, ProxyParticipantResource.List),
            new ArchivePart(ArchiveRowKind.Interaction, ProxyInteractionResource.List)),
        [TelnyxConversation.TypeName] = new(
            UuidKind.Conversation,
            Container: null,
            TelnyxConversationResource.Fetch,
            new ArchivePart(ArchiveRowKind.Message, TelnyxConversationMessageResource.List),
            new ArchivePart(ArchiveRowKind.Insight, TelnyxConversationInsightResource.List)),
        [SunshineConversation.TypeName] = new(
            HexIdKind.Conversation,
            HexIdKind.App,
            SunshineConversationResource.Fetch,
            new ArchivePart(ArchiveRowKind.Participant, SunshineParticipantResource.List),
            new ArchivePart(ArchiveRowKind.Message, SunshineMessageResource.List)
            {
                Lacks = static message => NamesMedia(message) ? MediaBytes : null,
            }),
    };

    /// <summary>The service that answers for a type of conversation.</summary>
    /// <param name="resourceType">The type.</param>
    public static Api ApiOf(string resourceType) => Of(resourceType).Fetch.Api;

    /// <summary>What a conversation lies in, which an archive is of: a service or an app; null when that is the account alone.</summary>
    /// <param name="source">The conversation.</param>
    public static string? ContainerOf(ArchiveSource source) =>
        Of(source.ResourceType).Container is { } container ? source.Address[container.IdentifierName] : null;

    /// <summary>The identifier of a conversation.</summary>
    /// <param name="source">The conversation.</param>
    /// <exception cref="RequestArgumentException">It has none.</exception>
    public static string IdOf(ArchiveSource source)
    {
        var kind = Of(source.ResourceType).Kind;
        return source.Address[kind.IdentifierName]
            ?? throw RequestArgumentException.About(kind.IdentifierName, $"an archive names conversations by their identifiers. Give {kind}.");
    }

    internal static ArchivedResource Of(string resourceType) =>
        ByResourceType.TryGetValue(resourceType, out var resource) ? resource : throw new ArgumentException($"A {resourceType} is no conversation that can be archived.", nameof(resourceType));

    private static bool HasSome(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind switch
        {
            JsonValueKind.Array => value.GetArrayLength() > 0,
            JsonValueKind.Null => false,
            _ => true,
        };

    // A file is a message's content, or one of several things in it, or what it quotes.
    /// <summary>Whether nothing but the bytes of media could not be had, which nothing will change.</summary>
    internal static bool LacksOnlyMedia(ArchivedConversation archived) => !archived.Complete && archived.Missing.All(missing => missing == MediaBytes);

    private static bool NamesMedia(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(static property => property.NameEquals("mediaUrl"u8) ? property.Value.ValueKind != JsonValueKind.Null : NamesMedia(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().Any(NamesMedia),
        _ => false,
    };
}
