using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

/// <summary>One field that a JSON object may have.</summary>
internal abstract record Field(string Name)
{
    public bool Required { get; init; }

    /// <summary>Whether null is a value of it, which clears it.</summary>
    public bool Nullable { get; init; }

    /// <summary>What is wrong with a value; nothing when it is right.</summary>
    public IEnumerable<string> Problems(JsonElement value) =>
        value.ValueKind != JsonValueKind.Null ? ProblemsOf(value) : Nullable ? [] : [$"{Name} cannot be null."];

    protected abstract IEnumerable<string> ProblemsOf(JsonElement value);
}
