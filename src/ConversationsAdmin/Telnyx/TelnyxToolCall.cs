using System.Collections.ObjectModel;

namespace ConversationsAdmin.Telnyx;

/// <summary>A tool that an assistant called.</summary>
public sealed class TelnyxToolCall
{
    /// <summary>The call's identifier.</summary>
    public string? ToolCallId { get; init; }

    /// <summary><c>function</c>, or what the provider adds later.</summary>
    public string? Type { get; init; }

    /// <summary>The function that was called.</summary>
    public string? FunctionName { get; init; }

    /// <summary>What it was called with, as text of JSON.</summary>
    public string? ArgumentsJson { get; init; }

    /// <summary>Fields that this version does not know yet, by their wire names; null when there are none.</summary>
    public ReadOnlyDictionary<string, object?>? AdditionalProperties { get; init; }

    /// <summary>The function.</summary>
    public override string ToString() => FunctionName ?? "";
}
