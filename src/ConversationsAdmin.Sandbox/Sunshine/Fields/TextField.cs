using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

internal sealed record TextField(string Name, int MaxLength = int.MaxValue) : Field(Name)
{
    protected override IEnumerable<string> ProblemsOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            yield return $"{Name} is to be a string.";
        else if (value.GetString()!.Length is var length && (length == 0 || length > MaxLength))
            yield return length == 0 ? $"{Name} cannot be empty." : $"{Name} has {length} characters; {MaxLength} are allowed.";
    }
}
