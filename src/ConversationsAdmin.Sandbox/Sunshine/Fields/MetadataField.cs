using System.Text;
using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

/// <summary>An object whose values have no parts of their own.</summary>
internal sealed record MetadataField(string Name, int MaxBytes) : Field(Name)
{
    protected override IEnumerable<string> ProblemsOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [$"{Name} is to be an object."];
        var problems = value.EnumerateObject()
            .Where(property => property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
            .Select(property => $"{Name}.{property.Name} is to be a string, a number or a boolean.")
            .ToList();
        if (Encoding.UTF8.GetByteCount(CompactJson.Of(value)) is var size && size > MaxBytes)
            problems.Add($"{Name} has {size} bytes; {MaxBytes} are allowed.");
        return problems;
    }
}
