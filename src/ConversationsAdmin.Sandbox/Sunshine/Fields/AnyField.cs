using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

/// <summary>A field that is taken as it comes, as long as it is of the right kind.</summary>
internal sealed record AnyField(string Name, JsonValueKind Kind) : Field(Name)
{
    protected override IEnumerable<string> ProblemsOf(JsonElement value) =>
        value.ValueKind == Kind ? [] : [$"{Name} is to be an {Kind.ToString().ToLowerInvariant()}."];
}
