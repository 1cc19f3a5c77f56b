using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>A conversation of a service. Twilio documents it as the Conversation resource of Conversations v1.</summary>
public sealed class Conversation() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvConversation";

    /// <summary>The conversation's identifier: <c>CH</c> and 32 hexadecimal digits.</summary>
    public required string ConversationSid { get; init; }

    /// <summary>The service that the conversation belongs to: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account that owns the conversation: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The messaging service in use: <c>MG</c> and 32 hexadecimal digits.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>The name that people read, at most 256 characters.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>The application's own name, unique in the service, which can address the conversation in place of its SID.</summary>
    public string? UniqueName { get; init; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>closed</c> (final), <c>initializing</c>, or what the provider adds later.</summary>
    public string? State { get; init; }

    /// <summary>When the conversation was created, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the conversation was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>When its timers will change its state; null when none is set.</summary>
    public ConversationTimers? Timers { get; init; }

    /// <summary>The application's own data, as a dictionary that reads with a dot; null when the text is no JSON object.</summary>
    public ReadOnlyDictionary<string, object?>? Attributes => attributes ??= JsonText.ToDictionaryOrNull(AttributesJson);

    /// <summary>The application's own data as the provider keeps it: a text of JSON, at most 16 KB.</summary>
    public string? AttributesJson { get; init; }

    /// <summary>Defaults for outbound email (<c>email.address</c>, <c>email.name</c>), where set.</summary>
    public ReadOnlyDictionary<string, object?> Bindings => bindings ??= JsonText.ToDictionary(BindingsJson);

    /// <summary>The provider's address of this conversation.</summary>
    public Uri? Url => url ??= AddressOrNull(UrlText);

    /// <summary>The provider's addresses of what belongs to the conversation.</summary>
    public ReadOnlyDictionary<string, object?> Links => links ??= JsonText.ToDictionary(LinksJson);

    internal string? BindingsJson { get; init; }

    internal string? LinksJson { get; init; }

    internal string? UrlText { get; init; }

    // Parsed when first read: a listing of hundreds of thousands rarely looks at them.
    private ReadOnlyDictionary<string, object?>? attributes;
    private ReadOnlyDictionary<string, object?>? bindings;
    private ReadOnlyDictionary<string, object?>? links;
    private Uri? url;

    /// <summary>The identifier.</summary>
    public override string ToString() => ConversationSid;
}
