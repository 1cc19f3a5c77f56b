using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>A conversation as one of its users sees it: what is unread, and whether it is muted. Twilio documents it as the User Conversation resource of Conversations v1.</summary>
public sealed class UserConversation() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvUserConversation";

    /// <summary>The user: <c>US</c> and 32 hexadecimal digits.</summary>
    public required string UserSid { get; init; }

    /// <summary>The conversation: <c>CH</c> and 32 hexadecimal digits.</summary>
    public required string ConversationSid { get; init; }

    /// <summary>The user as a participant of the conversation: <c>MB</c> and 32 hexadecimal digits.</summary>
    public string? ParticipantSid { get; init; }

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>How many messages the user has not read; null when the user has read none yet.</summary>
    public long? UnreadMessagesCount { get; init; }

    /// <summary>The index of the last message that the user has read.</summary>
    public long? LastReadMessageIndex { get; init; }

    /// <summary><c>default</c> or <c>muted</c>.</summary>
    public string? NotificationLevel { get; init; }

    /// <summary><c>active</c>, <c>inactive</c> or <c>closed</c>.</summary>
    public string? ConversationState { get; init; }

    /// <summary>The conversation's name that people read.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>The conversation's name in the application, unique in the service.</summary>
    public string? UniqueName { get; init; }

    /// <summary>Who created the conversation.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When its timers will change its state; null when none is set.</summary>
    public ConversationTimers? Timers { get; init; }

    /// <summary>The application's own data, as a dictionary that reads with a dot; null when the text is no JSON object.</summary>
    public ReadOnlyDictionary<string, object?>? Attributes => attributes ??= JsonText.ToDictionaryOrNull(AttributesJson);

    /// <summary>The application's own data as the provider keeps it: a text of JSON.</summary>
    public string? AttributesJson { get; init; }

    /// <summary>When the conversation was created, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the conversation was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>The provider's address of this user conversation.</summary>
    public Uri? Url => url ??= AddressOrNull(UrlText);

    /// <summary>The provider's addresses of what belongs to the user conversation.</summary>
    public ReadOnlyDictionary<string, object?> Links => links ??= JsonText.ToDictionary(LinksJson);

    internal string? LinksJson { get; init; }

    internal string? UrlText { get; init; }

    // Parsed when first read: a listing of hundreds of thousands rarely looks at them.
    private ReadOnlyDictionary<string, object?>? attributes;
    private ReadOnlyDictionary<string, object?>? links;
    private Uri? url;

    /// <summary>The conversation and the user.</summary>
    public override string ToString() => $"{ConversationSid} of {UserSid}";
}
