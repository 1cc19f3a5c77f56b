using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

/// <summary>An object whose own fields are looked at, too.</summary>
internal sealed record ObjectField(string Name, FieldSet Fields) : Field(Name)
{
    protected override IEnumerable<string> ProblemsOf(JsonElement value) => Fields.Problems(Name, value);
}
