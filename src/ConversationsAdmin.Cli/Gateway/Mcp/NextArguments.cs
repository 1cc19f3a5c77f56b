using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConversationsAdmin.Core.Operations;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>The arguments that ask for the next page: those of this one, with another query.</summary>
internal static class NextArguments
{
    /// <summary>All arguments of the next call of the same tool.</summary>
    /// <param name="arguments">The arguments of this call.</param>
    /// <param name="next">The request of the next page.</param>
    internal static JsonObject Of(IReadOnlyDictionary<string, JsonElement> arguments, OperationRequest next)
    {
        var all = new JsonObject();
        foreach (var (name, value) in arguments.Where(argument => !IsOfQuery(next.Operation, argument.Key)))
        {
            all[name] = JsonSerializer.SerializeToNode(value);
        }

        foreach (var values in next.Fields.Where(field => field.Location == In.Query).GroupBy(field => field.Name, field => field.Value))
        {
            all[values.Key] = ToJson(Parameter(next.Operation, values.Key), [.. values]);
        }

        return all;
    }

    private static bool IsOfQuery(Operation operation, string name) =>
        operation.Parameters.Any(parameter => parameter.Location == In.Query && parameter.IsNamed(name));

    private static OperationParameter Parameter(Operation operation, string name) =>
        operation.Parameters.First(parameter => parameter.Location == In.Query && parameter.IsNamed(name));

    private static JsonNode ToJson(OperationParameter parameter, string[] texts) =>
        parameter.IsList ? new JsonArray([.. texts.Select(text => ToJson(parameter, text))]) : ToJson(parameter, texts[0]);

    private static JsonNode ToJson(OperationParameter parameter, string text) =>
        !parameter.IsJsonLiteral ? text
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : bool.TryParse(text, out var flag) ? flag
        : text;
}
