using ConversationsAdmin.Cli.Gateway.Schemas;
using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>Describes what operations answer.</summary>
internal sealed class Responses(OpenApiDocument document)
{
    internal const string Json = "application/json";

    private readonly Problems problems = new(document);

    /// <summary>The answer of success, and those of what may fail.</summary>
    internal OpenApiResponses Of(Operation operation)
    {
        var responses = new OpenApiResponses { [$"{operation.Status}"] = Success(operation) };
        foreach (var (status, problem) in problems.Of(operation))
        {
            responses.Add(status, problem);
        }

        return responses;
    }

    private OpenApiResponse Success(Operation operation) => AnswerSchema.Of(operation) is { } schema
        ? new() { Description = operation.Paging is null ? "The provider's answer." : "One page.", Content = As(Json, schema) }
        : new() { Description = "Done." };

    internal static Dictionary<string, OpenApiMediaType> As(string contentType, IOpenApiSchema schema) => new() { [contentType] = new() { Schema = schema } };
}
