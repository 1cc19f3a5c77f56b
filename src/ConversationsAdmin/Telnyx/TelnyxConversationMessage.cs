using System.Collections.ObjectModel;

namespace ConversationsAdmin.Telnyx;

/// <summary>What was said in a Telnyx AI conversation, or a tool that its assistant called. The provider gives it no identifier.</summary>
public sealed class TelnyxConversationMessage() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "TelnyxConversationMessage";

    /// <summary>The conversation, a UUID.</summary>
    public required string ConversationId { get; init; }

    /// <summary><c>user</c>, <c>assistant</c>, <c>tool</c>, or what the provider adds later.</summary>
    public string? Role { get; init; }

    /// <summary>What was said; null for a call of a tool.</summary>
    public string? Text { get; init; }

    /// <summary>When the end user met the message, in UTC.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the message was put into the conversation, in UTC. It need not be when it was sent.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The tools that the assistant called.</summary>
    public required TelnyxToolCallList ToolCalls { get; init; }

    /// <summary>Its metadata, as a dictionary that reads with a dot; empty where the provider gives none.</summary>
    public ReadOnlyDictionary<string, object?>? Metadata => metadata ??= JsonText.ToDictionaryOrNull(MetadataJson);

    /// <summary>Its metadata as text of JSON.</summary>
    public string? MetadataJson { get; init; }

    private ReadOnlyDictionary<string, object?>? metadata;

    /// <summary>Who said what.</summary>
    public override string ToString() => $"{Role}: {Text}";
}
