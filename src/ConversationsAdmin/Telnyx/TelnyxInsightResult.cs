using System.Collections.ObjectModel;

namespace ConversationsAdmin.Telnyx;

/// <summary>What one insight says of a conversation.</summary>
public sealed class TelnyxInsightResult
{
    /// <summary>The identifier of the insight's configuration.</summary>
    public string? InsightId { get; init; }

    /// <summary>The result: a text, or text of JSON where the insight is configured with a schema.</summary>
    public string? Result { get; init; }

    /// <summary>Fields that this version does not know yet, by their wire names; null when there are none.</summary>
    public ReadOnlyDictionary<string, object?>? AdditionalProperties { get; init; }

    /// <summary>The result.</summary>
    public override string ToString() => Result ?? "";
}
