using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>Writes a schema as JSON Schema 2020-12, in the form that most clients of MCP understand.</summary>
internal static class JsonSchemaText
{
    private const string Type = "type";

    private const string Null = "null";

    private static readonly string[] Annotations = ["description", "default", "examples"];

    private static readonly JsonSerializerOptions AsPeopleWrite = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as JSON that refers to nothing outside.</summary>
    internal static JsonElement AsJsonSchema(this OpenApiSchema schema)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        schema.SerializeAsV31(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        return JsonSerializer.SerializeToElement(WithoutUnions(JsonNode.Parse(text.ToString())!), AsPeopleWrite);
    }

    // A type that is an array is legal, but some clients drop it or refuse the whole tool.
    private static JsonNode WithoutUnions(JsonNode node) => node switch
    {
        JsonObject schema when schema[Type] is JsonArray types => Split(schema, types),
        JsonObject schema => new JsonObject(schema.Select(member => KeyValuePair.Create(member.Key, Within(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Within)]),
        _ => node.DeepClone(),
    };

    private static JsonNode? Within(JsonNode? node) => node is null ? null : WithoutUnions(node);

    private static JsonObject Split(JsonObject schema, JsonArray types)
    {
        var split = new JsonObject(schema.Where(member => Annotations.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        split["anyOf"] = new JsonArray([.. types.Select(type => type!.GetValue<string>()).OrderBy(type => type == Null).Select(type => OfOneType(schema, type))]);
        return split;
    }

    private static JsonObject OfOneType(JsonObject schema, string type)
    {
        var one = new JsonObject { [Type] = type };
        foreach (var (name, value) in schema.Where(member => member.Key != Type && !Annotations.Contains(member.Key) && IsOf(type, member.Key)))
        {
            one[name] = Within(value);
        }

        return one;
    }

    private static bool IsOf(string type, string keyword) => keyword switch
    {
        "items" or "minItems" or "maxItems" => type == "array",
        "properties" or "required" or "additionalProperties" or "oneOf" => type == "object",
        "minimum" or "maximum" => type == "integer",
        "enum" => type != Null,
        "format" => type is "string" or "integer",
        _ => type == "string",
    };
}
