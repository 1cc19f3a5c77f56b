using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

/// <summary>The content of a message. Its type says what else it needs; its other fields are taken as they come.</summary>
internal sealed record ContentField(string Name) : Field(Name)
{
    private const int LongestText = 4096;

    private static readonly Dictionary<string, string[]> NeededByType = new()
    {
        ["text"] = ["text", "actions", "htmlText", "markdownText"],
        ["carousel"] = ["items"],
        ["file"] = ["mediaUrl"],
        ["form"] = ["fields"],
        ["formResponse"] = ["fields"],
        ["image"] = ["mediaUrl"],
        ["list"] = ["items"],
        ["location"] = ["coordinates"],
        ["template"] = ["template"],
    };

    protected override IEnumerable<string> ProblemsOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [$"{Name} is to be an object."];
        if (!value.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || !NeededByType.TryGetValue(type.GetString()!, out var needed))
            return [$"{Name}.type is to be one of {string.Join(", ", NeededByType.Keys)}."];
        var problems = new List<string>();
        if (!needed.Any(name => value.TryGetProperty(name, out _)))
            problems.Add($"{Name} of this type needs {string.Join(" or ", needed)}.");
        if (value.TryGetProperty("text", out var text))
            problems.AddRange(new TextField($"{Name}.text", LongestText).Problems(text));
        if (value.TryGetProperty("mediaUrl", out var address))
            problems.AddRange(new WebAddressField($"{Name}.mediaUrl", int.MaxValue).Problems(address));
        return problems;
    }
}
