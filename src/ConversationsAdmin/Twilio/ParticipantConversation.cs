using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>A conversation in which somebody takes part, found by identity or address. Twilio documents it as the Participant Conversation resource of Conversations v1.</summary>
public sealed class ParticipantConversation() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvParticipantConversation";

    /// <summary>The conversation: <c>CH</c> and 32 hexadecimal digits.</summary>
    public required string ConversationSid { get; init; }

    /// <summary>The participant: <c>MB</c> and 32 hexadecimal digits.</summary>
    public required string ParticipantSid { get; init; }

    /// <summary>The user, when a chat user takes part: <c>US</c> and 32 hexadecimal digits.</summary>
    public string? UserSid { get; init; }

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The identity of a chat user; null for somebody who takes part by SMS, WhatsApp and the like.</summary>
    public string? ParticipantIdentity { get; init; }

    /// <summary>How the participant is reached by SMS, WhatsApp and the like; null for a chat user.</summary>
    public MessagingBinding? ParticipantMessagingBinding { get; init; }

    /// <summary>The conversation's name in the application, unique in the service.</summary>
    public string? ConversationUniqueName { get; init; }

    /// <summary>The conversation's name that people read.</summary>
    public string? ConversationFriendlyName { get; init; }

    /// <summary><c>active</c>, <c>inactive</c> or <c>closed</c>.</summary>
    public string? ConversationState { get; init; }

    /// <summary>When the conversation was created, in UTC.</summary>
    public DateTimeOffset? ConversationDateCreated { get; init; }

    /// <summary>When the conversation was last updated, in UTC.</summary>
    public DateTimeOffset? ConversationDateUpdated { get; init; }

    /// <summary>Who created the conversation.</summary>
    public string? ConversationCreatedBy { get; init; }

    /// <summary>When its timers will change its state; null when none is set.</summary>
    public ConversationTimers? ConversationTimers { get; init; }

    /// <summary>The conversation's own data, as a dictionary that reads with a dot; null when the text is no JSON object.</summary>
    public ReadOnlyDictionary<string, object?>? ConversationAttributes => conversationAttributes ??= JsonText.ToDictionaryOrNull(ConversationAttributesJson);

    /// <summary>The conversation's own data as the provider keeps it: a text of JSON.</summary>
    public string? ConversationAttributesJson { get; init; }

    /// <summary>The provider's addresses of what belongs to the participant.</summary>
    public ReadOnlyDictionary<string, object?> Links => links ??= JsonText.ToDictionary(LinksJson);

    internal string? LinksJson { get; init; }

    // Parsed when first read: a listing of hundreds of thousands rarely looks at them.
    private ReadOnlyDictionary<string, object?>? conversationAttributes;
    private ReadOnlyDictionary<string, object?>? links;

    /// <summary>The conversation and the participant.</summary>
    public override string ToString() => $"{ConversationSid} with {ParticipantSid}";
}
