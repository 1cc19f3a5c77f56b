using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>Describes what the gateway answers itself, without a token.</summary>
internal static class GatewayPaths
{
    internal static void AddTo(OpenApiDocument document)
    {
        Add(document, "/healthz", "fetch-health", "Tells that the gateway runs, and what it was started for.", "Nothing is sent to a provider.", Health());
        Add(document, OpenApiEndpoint.Path, "fetch-openapi-document", "Fetches this document.", "It is the same for as long as the gateway runs, and has an ETag.", new OpenApiSchema { Type = JsonSchemaType.Object });
    }

    private static void Add(OpenApiDocument document, string path, string id, string summary, string description, OpenApiSchema answer) =>
        document.Paths.Add(path, new OpenApiPathItem
        {
            Operations = new Dictionary<HttpMethod, OpenApiOperation>
            {
                [HttpMethod.Get] = new()
                {
                    OperationId = id,
                    Summary = summary,
                    Description = description,
                    Tags = new HashSet<OpenApiTagReference> { new(Tags.Gateway, document) },
                    Security = [],
                    Responses = new() { ["200"] = new OpenApiResponse { Description = "It is answered.", Content = Responses.As(Responses.Json, answer) } },
                },
            },
        });

    private static OpenApiSchema Health() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["ok"] },
            ["version"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["providers"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = "The providers that it has credentials for." },
            ["sandbox"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether the providers are sandboxes." },
            ["allowWrite"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ["allowDestructive"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
        },
        Required = new HashSet<string> { "status", "version", "providers", "sandbox", "allowWrite", "allowDestructive" },
    };
}
