using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>Holds a value against a JSON schema. A keyword that it does not know is an error, so that no rule is overlooked.</summary>
internal static class SchemaCheck
{
    private static readonly string[] WithoutRule = ["description", "title", "default", "examples", "format", "deprecated"];

    /// <summary>What is wrong with a value; empty when nothing is.</summary>
    public static IReadOnlyList<string> Faults(JsonElement schema, JsonElement value, string path = "$") =>
        [.. schema.EnumerateObject().SelectMany(keyword => Faults(schema, keyword.Name, keyword.Value, value, path))];

    private static IEnumerable<string> Faults(JsonElement schema, string keyword, JsonElement rule, JsonElement value, string path) => keyword switch
    {
        "type" => Unless(IsOf(rule.GetString()!, value), path, $"is {value.ValueKind} and no {rule}"),
        "properties" => Members(value).Where(member => rule.TryGetProperty(member.Name, out _))
            .SelectMany(member => Faults(rule.GetProperty(member.Name), member.Value, $"{path}.{member.Name}")),
        "patternProperties" => Members(value).SelectMany(member => rule.EnumerateObject().Where(pattern => Regex.IsMatch(member.Name, pattern.Name))
            .SelectMany(pattern => Faults(pattern.Value, member.Value, $"{path}.{member.Name}"))),
        "additionalProperties" => Members(value).Where(member => !IsNamed(schema, member.Name)).SelectMany(member => rule.ValueKind switch
        {
            JsonValueKind.False => [$"{path}.{member.Name} may not be there"],
            JsonValueKind.True => [],
            _ => Faults(rule, member.Value, $"{path}.{member.Name}"),
        }),
        "required" => rule.EnumerateArray().Where(name => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path} has no {name}"),
        "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, index) => Faults(rule, item, $"{path}[{index}]")) : [],
        "enum" => Unless(rule.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)), path, $"is {value}, none of {rule}"),
        "anyOf" => Unless(rule.EnumerateArray().Any(one => Faults(one, value, path) is []), path, $"fits none of {rule}"),
        "oneOf" => Unless(rule.EnumerateArray().Count(one => Faults(one, value, path) is []) == 1, path, $"fits not exactly one of {rule}"),
        "minLength" => Unless(value.ValueKind != JsonValueKind.String || Length(value) >= rule.GetInt32(), path, "is too short"),
        "maxLength" => Unless(value.ValueKind != JsonValueKind.String || Length(value) <= rule.GetInt32(), path, "is too long"),
        "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal(), path, "is too small"),
        "maximum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= rule.GetDecimal(), path, "is too large"),
        "minItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(), path, "has too few items"),
        "maxItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.GetInt32(), path, "has too many items"),
        "pattern" => Unless(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!), path, $"does not match {rule}"),
        _ => Unless(WithoutRule.Contains(keyword), path, $"has the keyword {keyword}, which nobody checks"),
    };

    private static IEnumerable<string> Unless(bool holds, string path, string fault) => holds ? [] : [$"{path} {fault}"];

    private static IEnumerable<JsonProperty> Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static int Length(JsonElement value) => new StringInfo(value.GetString()!).LengthInTextElements;

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(pattern => Regex.IsMatch(name, pattern.Name)));

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDecimal() % 1 == 0,
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => false,
    };
}
