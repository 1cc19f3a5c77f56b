using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>Somebody who takes part in a conversation. Twilio documents it as the Conversation Participant resource of Conversations v1.</summary>
public sealed class Participant() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvParticipant";

    /// <summary>The participant's identifier: <c>MB</c> and 32 hexadecimal digits.</summary>
    public required string ParticipantSid { get; init; }

    /// <summary>The conversation: <c>CH</c> and 32 hexadecimal digits.</summary>
    public required string ConversationSid { get; init; }

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The identity of a chat user; null for somebody who takes part by SMS, WhatsApp and the like.</summary>
    public string? Identity { get; init; }

    /// <summary>How the participant is reached by SMS, WhatsApp and the like; null for a chat user.</summary>
    public MessagingBinding? MessagingBinding { get; init; }

    /// <summary>The participant's role in the conversation: <c>RL</c> and 32 hexadecimal digits.</summary>
    public string? RoleSid { get; init; }

    /// <summary>When the participant was added, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the participant was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>The index of the last message that the participant has read.</summary>
    public long? LastReadMessageIndex { get; init; }

    /// <summary>When the participant read the last message, as the provider writes it.</summary>
    public string? LastReadTimestamp { get; init; }

    /// <summary>The application's own data, as a dictionary that reads with a dot; null when the text is no JSON object.</summary>
    public ReadOnlyDictionary<string, object?>? Attributes => attributes ??= JsonText.ToDictionaryOrNull(AttributesJson);

    /// <summary>The application's own data as the provider keeps it: a text of JSON, at most 4 KB.</summary>
    public string? AttributesJson { get; init; }

    /// <summary>The provider's address of this participant.</summary>
    public Uri? Url => url ??= AddressOrNull(UrlText);

    internal string? UrlText { get; init; }

    private ReadOnlyDictionary<string, object?>? attributes;
    private Uri? url;

    /// <summary>The identifier.</summary>
    public override string ToString() => ParticipantSid;
}
