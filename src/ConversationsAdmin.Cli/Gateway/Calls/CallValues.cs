using System.Globalization;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>Turns what a caller sent into values as Core's operations take them. Core says what is wrong with them.</summary>
internal static class CallValues
{
    /// <summary>A value of the path: an identifier, or a name where the provider takes one instead.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="text">The segment, unescaped.</param>
    internal static KeyValuePair<string, object?> OfPath(OperationParameter parameter, string text) => new(
        parameter.Name,
        parameter is SidParameter { Alternate: not null } sid && !sid.Kind.Matches(text) ? new AlternateName(text) : text);

    /// <summary>A value of the query or the headers, which may be there several times.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="location">Where it came from.</param>
    /// <param name="name">The wire name.</param>
    /// <param name="texts">The texts.</param>
    /// <exception cref="RequestArgumentException">The operation takes no such parameter there.</exception>
    internal static KeyValuePair<string, object?> OfTexts(Operation operation, ParameterLocation location, string name, IReadOnlyList<string> texts)
    {
        var parameter = Parameter(operation, location, name);
        return texts is [var text]
            ? new(name, text)
            : parameter.IsList ? new(name, texts) : throw new RequestArgumentException(name, $"'{name}' is given {texts.Count} times. Give it once.");
    }

    /// <summary>A value that came as JSON.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="location">Where the request will carry it.</param>
    /// <param name="name">The wire name.</param>
    /// <param name="value">The value. Null clears a field that may be cleared.</param>
    /// <exception cref="RequestArgumentException">The operation takes no such parameter there.</exception>
    internal static KeyValuePair<string, object?> OfJson(Operation operation, ParameterLocation location, string name, JsonElement value) =>
        new(name, Value(Parameter(operation, location, name), value));

    /// <summary>The members of a body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">A JSON object.</param>
    /// <exception cref="RequestArgumentException">It is none, or it has a member that the operation does not take.</exception>
    internal static IEnumerable<KeyValuePair<string, object?>> OfBody(Operation operation, JsonElement body) => body.ValueKind == JsonValueKind.Object
        ? body.EnumerateObject().Select(member => OfJson(operation, ParameterLocation.Body, member.Name, member.Value))
        : throw new RequestArgumentException("body", $"The body is no JSON object. Give the fields of {operation.Title} as its members.");

    private static OperationParameter Parameter(Operation operation, ParameterLocation location, string name) =>
        operation.Parameters.FirstOrDefault(parameter => parameter.Location == location && parameter.IsNamed(name))
        ?? throw new RequestArgumentException(name, $"{operation.Title} takes no '{name}' in the {location.ToString().ToLowerInvariant()}.{Offered(operation, location)}");

    private static string Offered(Operation operation, ParameterLocation location)
    {
        var names = operation.Parameters.Where(parameter => parameter.Location == location).Select(parameter => parameter.Name).ToArray();
        return names is [] ? " It takes nothing there." : $" It takes {string.Join(", ", names)}.";
    }

    // JSON has 20.0 and 2e1 for whole numbers too.
    private static string Number(JsonElement value) =>
        value.TryGetDecimal(out var number) && number == decimal.Truncate(number) ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture) : value.GetRawText();

    // An object or an array goes as the JSON that it is, but only where JSON is wanted: elsewhere it would become a text.
    private static object? Value(OperationParameter parameter, JsonElement value) => (value.ValueKind, parameter) switch
    {
        (JsonValueKind.Null, _) => JsonNull.Value,
        (JsonValueKind.String, _) => UnicodeText.Of(parameter.Name, value),
        (JsonValueKind.Number, _) => Number(value),
        (JsonValueKind.Array, ListParameter list) => value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? null : Value(list.Item, item)).ToArray(),
        (JsonValueKind.Object, ListParameter { Item: JsonObjectParameter or JsonTextParameter }) => value.GetRawText(),
        (JsonValueKind.Object or JsonValueKind.Array, not (JsonObjectParameter or JsonTextParameter)) =>
            throw new RequestArgumentException(parameter.Name, $"'{parameter.Name}' is no plain value. Give a text, a number or a boolean for it."),
        _ => value.GetRawText(),
    };
}
