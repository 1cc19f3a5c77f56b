using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ConversationsAdmin.Core.Operations;

/// <summary>An operation with its values, checked against the definition. Only such a request can be sent.</summary>
public sealed partial class OperationRequest
{
    private OperationRequest(Operation operation, string path, ImmutableArray<Field> fields)
    {
        Operation = operation;
        Path = path;
        Fields = fields;
    }

    /// <summary>The operation.</summary>
    public Operation Operation { get; }

    /// <summary>The path with every value percent-encoded in its place.</summary>
    public string Path { get; }

    /// <summary>What the query, the headers and the body carry.</summary>
    public ImmutableArray<Field> Fields { get; }

    /// <summary>A value as it is sent.</summary>
    /// <param name="Location">Where the request carries it.</param>
    /// <param name="Name">The wire name.</param>
    /// <param name="Value">The text.</param>
    /// <param name="IsJsonLiteral">True when the text stands unquoted in a JSON body.</param>
    public readonly record struct Field(ParameterLocation Location, string Name, string Value, bool IsJsonLiteral = false);

    /// <summary>Checks the values and makes the request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">The values by wire name; null means that it is not given.</param>
    /// <exception cref="RequestArgumentException">A value is missing, unknown to the operation, or none that the provider documents.</exception>
    public static OperationRequest Create(Operation operation, IEnumerable<KeyValuePair<string, object?>> values)
    {
        var wire = ToWire(operation, values);
        foreach (var missing in operation.Parameters.Where(parameter => parameter.Required && !wire.ContainsKey(parameter.Name)))
        {
            throw RequestArgumentException.About(missing.Name, $"it is missing, and {operation.Name} needs it. Give it too.");
        }

        CheckRules(operation, wire);
        var path = PathParameter().Replace(operation.Path, match => Escape(wire[match.Groups[1].Value][0]));
        var fields = operation.Parameters
            .Where(parameter => parameter.Location != ParameterLocation.Path && wire.ContainsKey(parameter.Name))
            .SelectMany(parameter => wire[parameter.Name].Select(text => new Field(parameter.Location, parameter.Name, text, parameter.IsJsonLiteral)));
        return new OperationRequest(operation, path, [.. fields]);
    }

    /// <summary>Checks values before what identifies the target is known, so that a bad argument ends a run before it begins.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">The values by wire name.</param>
    /// <exception cref="RequestArgumentException">A value is unknown to the operation, or none that the provider documents.</exception>
    public static void CheckValues(Operation operation, IEnumerable<KeyValuePair<string, object?>> values) =>
        CheckRules(operation, ToWire(operation, values));

    /// <summary>The text, the first of a list, that a parameter of the query, the headers or the body is sent as; null when it is not sent.</summary>
    /// <param name="name">The wire name.</param>
    public string? Value(string name) => Fields.Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault();

    /// <summary>The same request for another page: with the query that the provider named.</summary>
    /// <param name="query">The query's fields.</param>
    public OperationRequest WithQuery(IEnumerable<KeyValuePair<string, string>> query) => new(
        Operation,
        Path,
        [
            .. Fields.Where(field => field.Location != ParameterLocation.Query),
            .. query.Select(field => new Field(ParameterLocation.Query, field.Key, field.Value)),
        ]);

    private static Dictionary<string, ImmutableArray<string>> ToWire(Operation operation, IEnumerable<KeyValuePair<string, object?>> values)
    {
        var wire = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            var parameter = operation.Parameters.FirstOrDefault(parameter => parameter.Name == name)
                ?? throw RequestArgumentException.About(name, $"{operation.Name} takes no such parameter. Leave it out.");
            if (value is not null)
            {
                wire[name] = parameter.ToWireTexts(value);
            }
        }

        return wire;
    }

    private static void CheckRules(Operation operation, Dictionary<string, ImmutableArray<string>> wire)
    {
        foreach (var rule in operation.Rules)
        {
            if (rule(wire) is { } problem)
            {
                throw problem;
            }
        }
    }

    // The last lock on the door: whatever a definition lets through, a blank or dotted segment never becomes part of a path.
    private static string Escape(string segment) =>
        string.IsNullOrWhiteSpace(segment) || segment is "." or ".."
            ? throw new InvalidOperationException($"'{segment}' can't be a segment of a path.")
            : Uri.EscapeDataString(segment);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathParameter();
}
