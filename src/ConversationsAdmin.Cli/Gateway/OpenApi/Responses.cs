using ConversationsAdmin.Cli.Gateway.Schemas;
using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>Describes what operations answer. Each resource stands among the components once.</summary>
internal sealed class Responses
{
    internal const string Json = "application/json";

    private readonly Dictionary<ObjectShape, IOpenApiSchema> resources = [];
    private readonly ShapeSchema shapes;
    private readonly Problems problems;

    internal Responses(OpenApiDocument document)
    {
        shapes = new ShapeSchema(withFormats: true, resources.GetValueOrDefault);
        problems = new Problems(document);
        foreach (var operation in OperationCatalog.All.Where(operation => operation.Shape is not null).DistinctBy(operation => operation.Shape))
        {
            var name = Resources.NameOf(operation);
            document.AddComponent<IOpenApiSchema>(name, shapes.Of(operation.Shape!));
            resources.Add(operation.Shape!, new OpenApiSchemaReference(name, document));
        }
    }

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

    /// <summary>The content of an answer.</summary>
    internal static Dictionary<string, OpenApiMediaType> As(string contentType, IOpenApiSchema schema) => new() { [contentType] = new() { Schema = schema } };

    private OpenApiResponse Success(Operation operation) => operation.AnswerShape is not { } answer
        ? new() { Description = "It is done." }
        : new()
        {
            Description = operation.Paging is null ? "The resource." : "A page of the list.",
            Content = As(Json, resources.GetValueOrDefault(answer) ?? shapes.Of(answer)),
        };
}
