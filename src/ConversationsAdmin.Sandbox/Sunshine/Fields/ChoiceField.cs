using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

internal sealed record ChoiceField(string Name, params string[] Choices) : Field(Name)
{
    protected override IEnumerable<string> ProblemsOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Choices.Contains(value.GetString())
            ? []
            : [$"{Name} is to be one of {string.Join(", ", Choices)}."];
}
