using System.Collections.ObjectModel;

namespace ConversationsAdmin.Sunshine;

/// <summary>A conversation of an app. Zendesk documents it as the Conversation of Sunshine Conversations v2.</summary>
public sealed class SunshineConversation() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "SunshineConversation";

    /// <summary>The conversation's identifier: 24 hexadecimal digits.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The app: 24 hexadecimal digits.</summary>
    public required string AppId { get; init; }

    /// <summary><c>personal</c>, <c>sdkGroup</c>, or what the provider adds later.</summary>
    public string? Type { get; init; }

    /// <summary>True for the first personal conversation of a user, which can't be removed.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>The name that people read, 1 to 100 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the conversation is about, 1 to 100 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The address of its icon.</summary>
    public Uri? IconUrl { get; init; }

    /// <summary>The application's own data, as a dictionary that reads with a dot.</summary>
    public ReadOnlyDictionary<string, object?>? Metadata => metadata ??= JsonText.ToDictionaryOrNull(MetadataJson);

    /// <summary>The application's own data as text of JSON, at most 4 KB.</summary>
    public string? MetadataJson { get; init; }

    /// <summary>The switchboard integration that is in control; null when there is none.</summary>
    public SwitchboardIntegration? ActiveSwitchboardIntegration { get; init; }

    /// <summary>The switchboard integration that control was offered to; null when there is none.</summary>
    public SwitchboardIntegration? PendingSwitchboardIntegration { get; init; }

    /// <summary>When the business last read it, in UTC.</summary>
    public DateTimeOffset? BusinessLastRead { get; init; }

    /// <summary>When its last message was received, in UTC; its creation when there is none.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>When the conversation was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    private ReadOnlyDictionary<string, object?>? metadata;

    /// <summary>The identifier.</summary>
    public override string ToString() => ConversationId;
}
