using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sunshine;
using ConversationsAdmin.Telnyx;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>What can be cleaned up.</summary>
public static class CleanupResources
{
    private const string ServiceSid = "ServiceSid";
    private const string ConversationSid = "ConversationSid";
    private const string ProxyServiceSid = "ProxyServiceSid";
    private const string SessionSid = "SessionSid";
    private const string AppId = "AppId";
    private const string ConversationId = "ConversationId";
    private const string EndUser = "telnyx_end_user_target";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CleanupResource> All { get; } = [TwilioConversation, Session, TelnyxAiConversation, SunshineAppConversation];

    /// <summary>The one of a type.</summary>
    /// <param name="resourceType">The type, such as <c>ConvConversation</c>.</param>
    /// <exception cref="RequestArgumentException">There is none of it.</exception>
    public static CleanupResource Of(string resourceType) =>
        All.FirstOrDefault(resource => resource.ResourceType.Equals(resourceType, StringComparison.OrdinalIgnoreCase))
        ?? throw RequestArgumentException.About("ResourceType", $"'{resourceType}' is nothing that can be planned for. Give one of {string.Join(", ", All.Select(resource => resource.ResourceType))}.");

    private static CleanupResource TwilioConversation => new()
    {
        ResourceType = Conversation.TypeName,
        Kind = SidKind.Conversation,
        Container = SidKind.Service,
        Plural = "conversations",
        States = ConversationResource.States,
        List = ConversationResource.List,
        Fetch = ConversationResource.Fetch,
        Close = (ConversationResource.Update, "State", ConversationResource.Closed),
        Read = static (json, origin) => OfConversation(ConversationResource.Read(json, origin)),
        Queries = static (_, criteria) => [[("State", criteria.State), ("EndDate", criteria.CreatedBefore)]],
        Messages = new MessageLook(MessageResource.List, [("Order", "desc"), ("PageSize", 1)], static json => ReadMessage(json, "sid"u8, "date_created"u8)),
        Participants = new ParticipantLook(ParticipantResource.List, static json => IdentityOf(json)),

        TellsLastMessage = false,

        // What is closed takes no more messages. Whether a message changes the date of the update is not documented.
        HidesMessages = static candidate => candidate.State != ConversationResource.Closed,
    };

    private static CleanupResource Session => new()
    {
        ResourceType = ProxySession.TypeName,
        Kind = SidKind.Session,
        Container = SidKind.ProxyService,
        Plural = "sessions",
        States = ProxySessionResource.Statuses,
        List = ProxySessionResource.List,
        Fetch = ProxySessionResource.Fetch,
        Close = (ProxySessionResource.Update, "Status", ProxySessionResource.Closed),
        Read = static (json, origin) => OfSession(ProxySessionResource.Read(json, origin)),
        Participants = new ParticipantLook(ProxyParticipantResource.List, static json => FirstText(json, "identifier"u8, "sid"u8)),
        HasAttributes = false,
    };

    private static CleanupResource TelnyxAiConversation => new()
    {
        ResourceType = TelnyxConversation.TypeName,
        Kind = UuidKind.Conversation,
        Plural = "conversations",
        List = TelnyxConversationResource.List,
        Fetch = TelnyxConversationResource.Fetch,
        Read = static (json, origin) => OfTelnyx(TelnyxConversationResource.Read(json, origin)),
        Messages = new MessageLook(
            TelnyxConversationMessageResource.List, [("page[size]", 1)], static json => ReadMessage(json, "role"u8, "created_at"u8)),
        HasDateUpdated = false,
    };

    private static CleanupResource SunshineAppConversation => new()
    {
        ResourceType = SunshineConversation.TypeName,
        Kind = HexIdKind.Conversation,
        Container = HexIdKind.App,
        Plural = "conversations",
        List = SunshineConversationResource.List,
        Fetch = SunshineConversationResource.Fetch,
        Read = static (json, origin) => OfSunshine(SunshineConversationResource.Read(json, origin)),
        Messages = new MessageLook(SunshineMessageResource.List, [], static json => ReadMessage(json, "id"u8, "received"u8)),
        Participants = new ParticipantLook(SunshineParticipantResource.List, static json => FirstText(json, "userId"u8, "id"u8)),
        ListsByUser = true,
        Queries = static (scope, _) =>
        [
            .. scope.UserIds.Select(user => new[] { ("filter[userId]", (object?)user) }),
            .. scope.UserExternalIds.Select(user => new[] { ("filter[userExternalId]", (object?)user) }),
        ],
        HasDateUpdated = false,
    };

    private static CleanupCandidate OfConversation(Conversation conversation) => new()
    {
        Identifier = conversation.ConversationSid,
        Address = new ResourceAddress((ServiceSid, conversation.ServiceSid), (ConversationSid, conversation.ConversationSid)),
        AccountSid = conversation.AccountSid,
        Container = conversation.ServiceSid,
        Names = [conversation.FriendlyName, conversation.UniqueName],
        State = conversation.State,
        DateCreated = conversation.DateCreated,
        DateUpdated = conversation.DateUpdated,
        AttributesJson = conversation.AttributesJson,
        Watched = [conversation.State, Text(conversation.DateUpdated), conversation.FriendlyName, conversation.UniqueName, conversation.AttributesJson],
    };

    private static CleanupCandidate OfSession(ProxySession session) => new()
    {
        Identifier = session.SessionSid,
        Address = new ResourceAddress((ProxyServiceSid, session.ProxyServiceSid), (SessionSid, session.SessionSid)),
        AccountSid = session.AccountSid,
        Container = session.ProxyServiceSid,
        Names = [session.UniqueName],
        State = session.Status,
        DateCreated = session.DateCreated,
        DateUpdated = session.DateUpdated,
        LastMessageAt = session.DateLastInteraction,
        Watched = [session.Status, Text(session.DateUpdated), Text(session.DateLastInteraction), Text(session.DateExpiry), session.UniqueName],
    };

    private static CleanupCandidate OfTelnyx(TelnyxConversation conversation) => new()
    {
        Identifier = conversation.ConversationId,
        Address = new ResourceAddress((ConversationId, conversation.ConversationId)),
        Names = [conversation.Name],
        DateCreated = conversation.CreatedAt,
        LastMessageAt = conversation.LastMessageAt,
        AttributesJson = conversation.MetadataJson,
        Identities = conversation.Metadata?.GetValueOrDefault(EndUser)?.ToString() is { Length: > 0 } endUser ? [endUser] : null,
        Watched = [Text(conversation.LastMessageAt), conversation.Name, CanonicalJson.Of(conversation.MetadataJson)],
    };

    private static CleanupCandidate OfSunshine(SunshineConversation conversation) => new()
    {
        Identifier = conversation.ConversationId,
        Address = new ResourceAddress((AppId, conversation.AppId), (ConversationId, conversation.ConversationId)),
        Container = conversation.AppId,
        Names = [conversation.DisplayName],
        DateCreated = conversation.CreatedAt,
        LastMessageAt = conversation.LastUpdatedAt,
        AttributesJson = conversation.MetadataJson,
        Irremovable = conversation.IsDefault == true ? "it is the default conversation of its user, which can't be removed" : null,
        Watched =
        [
            Text(conversation.LastUpdatedAt), conversation.DisplayName, conversation.Description, CanonicalJson.Of(conversation.MetadataJson), $"{conversation.IsDefault}",
        ],
    };

    private static NewestMessage ReadMessage(JsonElement json, ReadOnlySpan<byte> mark, ReadOnlySpan<byte> date)
    {
        var fields = new ResourceFields(json);
        var sent = fields.Date(date);
        return new NewestMessage($"{fields.Text(mark)} {Text(sent)}", sent);
    }

    private static string IdentityOf(JsonElement json)
    {
        var fields = new ResourceFields(json);
        var binding = fields.Object("messaging_binding"u8);
        return fields.Text("identity"u8) ?? binding?.Text("address"u8) ?? binding?.Text("projected_address"u8) ?? fields.Identifier("sid"u8);
    }

    private static string FirstText(JsonElement json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> identifier)
    {
        var fields = new ResourceFields(json);
        return fields.Text(name) is { Length: > 0 } text ? text : fields.Identifier(identifier);
    }

    private static string? Text(DateTimeOffset? date) => date?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
