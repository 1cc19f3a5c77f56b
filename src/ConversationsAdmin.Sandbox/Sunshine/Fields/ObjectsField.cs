using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

/// <summary>An array of objects that have the same fields.</summary>
internal sealed record ObjectsField(string Name, FieldSet Fields) : Field(Name)
{
    protected override IEnumerable<string> ProblemsOf(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().SelectMany((item, index) => Fields.Problems($"{Name}[{index}]", item))
        : [$"{Name} is to be an array."];
}
