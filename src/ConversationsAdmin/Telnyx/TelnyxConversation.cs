using System.Collections.ObjectModel;

namespace ConversationsAdmin.Telnyx;

/// <summary>A conversation with a Telnyx AI assistant. Telnyx documents it as the Conversation of API v2, /ai/conversations.</summary>
public sealed class TelnyxConversation() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "TelnyxConversation";

    /// <summary>The conversation's identifier, a UUID.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The name that people read.</summary>
    public string? Name { get; init; }

    /// <summary>When the conversation was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its latest message was written, in UTC; null when it has none.</summary>
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>Its metadata, as a dictionary that reads with a dot: what Telnyx says of the call or chat, and the application's own data.</summary>
    public ReadOnlyDictionary<string, object?>? Metadata => metadata ??= JsonText.ToDictionaryOrNull(MetadataJson);

    /// <summary>Its metadata as text of JSON.</summary>
    public string? MetadataJson { get; init; }

    // Parsed when first read: a listing of hundreds of thousands rarely looks at it.
    private ReadOnlyDictionary<string, object?>? metadata;

    /// <summary>The identifier.</summary>
    public override string ToString() => ConversationId;
}
