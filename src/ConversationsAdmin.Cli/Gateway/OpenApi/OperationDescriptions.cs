using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Schemas;
using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>Describes operations as a document has them.</summary>
internal sealed class OperationDescriptions(OpenApiDocument document)
{
    private static readonly GatewayAccess ReadOnly = new(Write: false, Destroy: false);

    private readonly ParameterDescriptions parameters = new(document);
    private readonly Responses responses = new(document);

    /// <summary>The description of one.</summary>
    internal OpenApiOperation Of(Operation operation) => new()
    {
        OperationId = operation.ToolName,
        Summary = operation.Summary,
        Description = Text(operation),
        Tags = new HashSet<OpenApiTagReference> { new(Tags.Of(operation), document) },
        Parameters = [.. operation.Parameters.Where(parameter => parameter.Location != In.Body).Select(parameters.Of), .. Confirm(operation)],
        RequestBody = Body(operation),
        Responses = responses.Of(operation),
    };

    private static string Text(Operation operation)
    {
        var from = $"Sends `{operation.Method} {operation.Path}` to {ApiName.Of(operation.Api)}, where it is {operation.Title}.";
        var option = ReadOnly.MissingFor(operation) is { } missing ? $" The gateway refuses it unless it was started with `{missing}`." : "";
        var final = Confirmation.Of(operation) is { Always: false } ? $" What can't be taken back needs `{GatewayAccess.AllowDestructive}` and the header `{ParameterDescriptions.Confirm}`, too." : "";
        return from + option + final;
    }

    private static IEnumerable<OpenApiParameter> Confirm(Operation operation) =>
        Confirmation.Of(operation) is { } confirmation ? [ParameterDescriptions.OfConfirmation(confirmation)] : [];

    private static OpenApiRequestBody? Body(Operation operation) => BodySchema.Of(operation) is not { } schema ? null : new()
    {
        Required = schema.Required is { Count: > 0 },
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Responses.Json] = new() { Schema = schema, Example = RequestExample.Of(operation) },
        },
    };
}
