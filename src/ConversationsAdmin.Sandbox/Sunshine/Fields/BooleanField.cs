using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

internal sealed record BooleanField(string Name) : Field(Name)
{
    protected override IEnumerable<string> ProblemsOf(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{Name} is to be true or false."];
}
