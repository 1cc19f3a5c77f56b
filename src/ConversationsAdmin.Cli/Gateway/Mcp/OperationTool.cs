using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>The tool that an operation is, made of nothing but its definition.</summary>
internal sealed class OperationTool(Operation operation, GatewayAccess access, OperationCaller caller) : IGatewayTool
{
    public Tool Definition { get; } = new()
    {
        Name = operation.ToolName,
        Title = operation.Title,
        Description = access.MissingFor(operation) is { } option
            ? $"{operation.Summary} This gateway was started without {option} and will refuse."
            : operation.Summary,
        InputSchema = ToolSchemas.InputOf(operation),
        OutputSchema = ToolSchemas.OutputOf(operation),
        Annotations = new ToolAnnotations
        {
            ReadOnlyHint = operation.ReadOnly,
            DestructiveHint = operation.Destructive,
            IdempotentHint = operation.Idempotent,
            OpenWorldHint = true,
        },
    };

    public async Task<CallToolResult> CallAsync(ToolCall call, CancellationToken hungUp)
    {
        var operationCall = OperationArguments.ToCall(operation, call);
        if (operation.Paging is not null)
        {
            return PageResult.Of(operation, call.Arguments, await caller.PageAsync(operationCall, hungUp).ConfigureAwait(false));
        }

        using var response = await caller.CallAsync(operationCall, hungUp).ConfigureAwait(false);
        return ToolResult.Of(operation.Destructive ? Deleted(operationCall.Confirm, response) : Answer(response));
    }

    // The confirmation was compared with the identifier before anything was sent.
    private static JsonElement Deleted(string? confirm, ProviderResponse response) =>
        JsonSerializer.SerializeToElement(new { deleted = confirm, status = response.StatusCode }, ToolResult.Format);

    private JsonElement Answer(ProviderResponse response)
    {
        try
        {
            var answer = JsonElement.Parse(response.Body.Span);
            return answer.ValueKind == JsonValueKind.Object ? answer : throw new JsonException("It is no object.");
        }
        catch (JsonException exception)
        {
            throw new UnexpectedResponseException($"{operation.Provider} answered {operation.Title} with success, but not with a JSON object.", exception)
            {
                Provider = operation.Provider,
                Operation = operation.Name,
                Attempts = response.Attempts,
                MayHaveActed = !operation.ReadOnly,
            };
        }
    }
}
