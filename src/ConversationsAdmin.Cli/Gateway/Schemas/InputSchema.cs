using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using Microsoft.OpenApi;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>The JSON schema of everything that a call takes, as the arguments of a tool: path, query and headers by their wire names, the body as one object.</summary>
internal static class InputSchema
{
    /// <summary>The argument that holds the body.</summary>
    internal const string Body = "body";

    /// <summary>The argument that confirms that something is destroyed.</summary>
    internal const string Confirm = "confirm";

    /// <summary>An object with the arguments, and with no others.</summary>
    internal static OpenApiSchema Of(Operation operation)
    {
        var parameters = operation.Parameters.Where(parameter => parameter.Location != In.Body).ToArray();
        var schema = MemberSchema.Of([.. parameters.Where(parameter => parameter is not MetadataFilterParameter)], exactlyOneOf: []);
        if (parameters.OfType<MetadataFilterParameter>().FirstOrDefault() is { } filters)
        {
            schema.PatternProperties = new Dictionary<string, IOpenApiSchema> { ["^" + MetadataFilterParameter.Prefix] = ParameterSchema.Of(filters) };
        }

        if (BodySchema.Of(operation) is { } body)
        {
            body.Description = $"The fields of {operation.Title}.";
            Add(schema, Body, body, required: body.Required is { Count: > 0 });
        }

        if (Confirmation.Of(operation) is { } confirmation)
        {
            Add(schema, Confirm, new OpenApiSchema { Type = JsonSchemaType.String, Description = confirmation.Description }, confirmation.Always);
        }

        return schema;
    }

    private static void Add(OpenApiSchema schema, string name, OpenApiSchema argument, bool required)
    {
        schema.Properties!.Add(name, argument);
        if (required)
        {
            schema.Required!.Add(name);
        }
    }
}
