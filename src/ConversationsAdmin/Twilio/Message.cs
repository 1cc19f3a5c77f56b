using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>A message of a conversation. Twilio documents it as the Conversation Message resource of Conversations v1.</summary>
public sealed class Message() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvMessage";

    /// <summary>The message's identifier: <c>IM</c> and 32 hexadecimal digits.</summary>
    public required string MessageSid { get; init; }

    /// <summary>The conversation: <c>CH</c> and 32 hexadecimal digits.</summary>
    public required string ConversationSid { get; init; }

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>Its place in the conversation, counted from 0 and never used again.</summary>
    public long? Index { get; init; }

    /// <summary>Who wrote it: an identity, an address, or <c>system</c>.</summary>
    public string? Author { get; init; }

    /// <summary>The participant who wrote it; null when it was none.</summary>
    public string? ParticipantSid { get; init; }

    /// <summary>The text; null when it has none.</summary>
    public string? Body { get; init; }

    /// <summary>The files that are attached.</summary>
    public required MediaList Media { get; init; }

    /// <summary>The content template that it was made from: <c>HX</c> and 32 hexadecimal digits.</summary>
    public string? ContentSid { get; init; }

    /// <summary>The application's own data, as a dictionary that reads with a dot; null when the text is no JSON object.</summary>
    public ReadOnlyDictionary<string, object?>? Attributes => attributes ??= JsonText.ToDictionaryOrNull(AttributesJson);

    /// <summary>The application's own data as the provider keeps it: a text of JSON, at most 4 KB.</summary>
    public string? AttributesJson { get; init; }

    /// <summary>How far it has come outside the chat; null for a message that stayed inside.</summary>
    public MessageDelivery? Delivery { get; init; }

    /// <summary>When the message was written, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the message was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>The provider's address of this message.</summary>
    public Uri? Url => url ??= AddressOrNull(UrlText);

    /// <summary>The provider's addresses of what belongs to the message.</summary>
    public ReadOnlyDictionary<string, object?> Links => links ??= JsonText.ToDictionary(LinksJson);

    internal string? LinksJson { get; init; }

    internal string? UrlText { get; init; }

    // Parsed when first read: a listing of hundreds of thousands rarely looks at them.
    private ReadOnlyDictionary<string, object?>? attributes;
    private ReadOnlyDictionary<string, object?>? links;
    private Uri? url;

    /// <summary>The identifier.</summary>
    public override string ToString() => MessageSid;
}
