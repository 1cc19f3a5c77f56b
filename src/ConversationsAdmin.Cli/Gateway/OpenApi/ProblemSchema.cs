using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>The JSON schema of a problem, as the gateway answers what fails.</summary>
internal static class ProblemSchema
{
    internal static OpenApiSchema Create() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Why a call failed (RFC 9457). A member that says nothing is left out.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("Where the provider explains its code; about:blank when it does not.", "uri-reference"),
            ["title"] = Text("What kind of problem it is."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["detail"] = Text("What is wrong, and what to do."),
            ["code"] = Text("A stable id for programs: the provider's, such as Twilio.20404, or the gateway's, such as confirm_missing."),
            ["provider"] = Text("The provider that refused or failed."),
            ["providerCode"] = Text("The provider's code as it stood in its answer."),
            ["requestId"] = Text("The provider's identifier of the request, for its support."),
            ["parameter"] = Text("The parameter that is wrong, by its wire name."),
            ["mayHaveActed"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "True when the provider may have done it although the call failed: look before you repeat it." },
            ["retryAfterSeconds"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "How long to wait, in seconds." },
        },
        Required = new HashSet<string> { "type", "title", "status", "detail", "code" },
    };

    private static OpenApiSchema Text(string description, string? format = null) => new() { Type = JsonSchemaType.String, Format = format, Description = description };
}
