using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Schemas;
using ConversationsAdmin.Core.Operations;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>The arguments of a tool that is an operation: what goes into the path, the query and the headers by wire name, the body as one object, and the confirmation.</summary>
internal static class OperationArguments
{
    // Few enough that an agent reads them all.
    private const int PreferredPageSize = 20;

    /// <summary>How many rows a page has when nobody says it.</summary>
    internal static int PageSizeOf(Operation list) => Math.Min(PreferredPageSize, list.Paging!.MaxPageSize ?? PreferredPageSize);

    /// <summary>What the operation is to be called with.</summary>
    /// <exception cref="RequestArgumentException">An argument is none of the operation's, or of the wrong kind.</exception>
    internal static OperationCall ToCall(Operation operation, ToolCall call)
    {
        var values = call.Arguments.Where(argument => argument.Key != InputSchema.Confirm).SelectMany(argument => ValuesOf(operation, argument.Key, argument.Value)).ToList();
        if (operation.Paging?.PageSizeName is { } pageSize && !call.Arguments.ContainsKey(pageSize))
        {
            values.Add(new(pageSize, PageSizeOf(operation)));
        }

        return new() { Operation = operation, Values = values, Confirm = ConfirmOf(operation, call), Caller = call.Caller };
    }

    private static IEnumerable<KeyValuePair<string, object?>> ValuesOf(Operation operation, string name, JsonElement value)
    {
        if (name == InputSchema.Body && operation.Body != BodyEncoding.None)
        {
            return CallValues.OfBody(operation, value);
        }

        var parameter = operation.Parameters.FirstOrDefault(parameter => parameter.Location != In.Body && parameter.IsNamed(name)) ?? throw Unknown(operation, name);
        return [parameter.Location != In.Path ? CallValues.OfJson(operation, parameter.Location, name, value)
            : value.ValueKind == JsonValueKind.String ? CallValues.OfPath(parameter, UnicodeText.Of(name, value))
            : throw new RequestArgumentException(name, $"{name} is no text. Give an identifier in quotes.")];
    }

    private static string? ConfirmOf(Operation operation, ToolCall call) =>
        !call.Arguments.TryGetValue(InputSchema.Confirm, out var confirm) ? null
        : Confirmation.Of(operation) is null ? throw Unknown(operation, InputSchema.Confirm)
        : confirm.ValueKind == JsonValueKind.String ? UnicodeText.Of(InputSchema.Confirm, confirm)
        : throw new RequestArgumentException(InputSchema.Confirm, $"{InputSchema.Confirm} is no text. Give the identifier of what is destroyed, in quotes.");

    private static RequestArgumentException Unknown(Operation operation, string name)
    {
        var isOfBody = operation.Parameters.Any(parameter => parameter.Location == In.Body && parameter.IsNamed(name));
        string[] known =
        [
            .. operation.Parameters.Where(parameter => parameter.Location != In.Body).Select(parameter => parameter.Name),
            .. operation.Body == BodyEncoding.None ? Array.Empty<string>() : [InputSchema.Body],
            .. Confirmation.Of(operation) is null ? Array.Empty<string>() : [InputSchema.Confirm],
        ];
        return new(name, isOfBody
            ? $"{name} belongs into the body. Give it as a member of '{InputSchema.Body}'."
            : $"{operation.ToolName} takes no '{name}'. {(known is [] ? "It takes nothing." : $"It takes {string.Join(", ", known)}.")}");
    }
}
