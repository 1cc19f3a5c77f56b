using System.Text.Json.Nodes;
using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>Makes JSON schemas of shapes. They are lenient: any field may be missing, and a provider may add fields and words at any time.</summary>
/// <param name="withFormats">Whether the form of a text is said, such as <c>date-time</c>.</param>
/// <param name="shared">The reference to a shape that is described elsewhere; null when it is not.</param>
internal sealed class ShapeSchema(bool withFormats, Func<ObjectShape, IOpenApiSchema?> shared)
{
    /// <summary>An object of a shape.</summary>
    internal OpenApiSchema Of(ObjectShape shape) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = shape.Fields.ToDictionary(field => field.Name, Of),
    };

    private IOpenApiSchema Of(ShapeField field)
    {
        if (field.Members is { } members && shared(members) is { } reference)
        {
            return reference;
        }

        var schema = field.Members is null ? new OpenApiSchema { Type = TypeOf(field.Type) } : Of(field.Members);
        schema.Description = field.Description;
        schema.Format = withFormats ? field.Format : null;
        schema.Items = field.Items is null ? null : Of(field.Items);
        schema.Examples = field.Known.IsEmpty ? null : [.. field.Known.Select(word => (JsonNode)word)];
        schema.Type |= field.Nullable ? JsonSchemaType.Null : 0;
        return schema;
    }

    private static JsonSchemaType TypeOf(ShapeType type) => type switch
    {
        ShapeType.Text => JsonSchemaType.String,
        ShapeType.Integer => JsonSchemaType.Integer,
        ShapeType.Boolean => JsonSchemaType.Boolean,
        ShapeType.Object => JsonSchemaType.Object,
        ShapeType.List => JsonSchemaType.Array,
        _ => throw new InvalidOperationException($"No type is known for {type}."),
    };
}
