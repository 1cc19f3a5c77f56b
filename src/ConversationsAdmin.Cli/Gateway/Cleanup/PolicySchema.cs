using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>What a caller may say of a clean-up: the members of a policy that choose what is found. Those that name files of this machine are not among them.</summary>
internal static class PolicySchema
{
    internal const string ResourceType = "resourceType";
    internal const string Criteria = "criteria";

    private static readonly string[] Members = [ResourceType, "service", "app", "users", "externalUsers", Criteria, "close"];

    private static readonly Lazy<JsonElement> Made = new(Make);

    /// <summary>The schema of the arguments, without references.</summary>
    internal static JsonElement Arguments => Made.Value;

    private static JsonElement Make()
    {
        using var file = typeof(PolicySchema).Assembly.GetManifestResourceStream("cleanup-policy.schema.json")!;
        var policy = JsonNode.Parse(file)!;
        var definitions = policy["$defs"]!;
        var members = policy["properties"]!;
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(Members.Select(name => KeyValuePair.Create(name, Inlined(members[name]!, definitions)))),
            ["required"] = new JsonArray(ResourceType, Criteria),
            ["additionalProperties"] = false,
        });
    }

    // What stands beside a reference goes before what it refers to.
    private static JsonNode? Inlined(JsonNode? node, JsonNode definitions) => node switch
    {
        JsonObject schema when schema["$ref"] is { } reference => Merged(
            schema, (JsonObject)Inlined(definitions[reference.GetValue<string>().Split('/')[^1]], definitions)!),
        JsonObject schema => new JsonObject(schema.Select(member => KeyValuePair.Create(member.Key, Inlined(member.Value, definitions)))),
        _ => node?.DeepClone(),
    };

    private static JsonObject Merged(JsonObject schema, JsonObject definition)
    {
        foreach (var (name, value) in schema.Where(member => member.Key != "$ref"))
        {
            definition[name] = value?.DeepClone();
        }

        return definition;
    }
}
