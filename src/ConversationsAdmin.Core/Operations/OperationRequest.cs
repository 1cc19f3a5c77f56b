using System.Collections.Immutable;

namespace ConversationsAdmin.Core.Operations;

/// <summary>An operation with its values, checked against the definition. Only such a request can be sent.</summary>
public sealed class OperationRequest
{
    private readonly IReadOnlyDictionary<string, string> identifiers;

    private OperationRequest(Operation operation, string path, ImmutableArray<Field> fields, IReadOnlyDictionary<string, string> identifiers)
    {
        Operation = operation;
        Path = path;
        Fields = fields;
        this.identifiers = identifiers;
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
    /// <param name="IsListItem">True when the text is one of an array in a JSON body.</param>
    public sealed record Field(ParameterLocation Location, string Name, string Value, bool IsJsonLiteral = false, bool IsListItem = false);

    private const string Null = "null";

    /// <summary>Checks the values and makes the request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">The values by wire name; null means that it is not given.</param>
    /// <exception cref="RequestArgumentException">A value is missing, unknown to the operation, or none that the provider documents.</exception>
    public static OperationRequest Create(Operation operation, IEnumerable<KeyValuePair<string, object?>> values)
    {
        var wire = ToWire(operation, values);
        foreach (var parameter in operation.Parameters.Where(parameter => !wire.ContainsKey(parameter.Name)))
        {
            if (parameter.Default is { } value)
            {
                wire[parameter.Name] = parameter.ToWireTexts(value);
            }
        }

        foreach (var missing in operation.Parameters.Where(parameter => parameter.Required && !wire.ContainsKey(parameter.Name)))
        {
            throw RequestArgumentException.About(missing.Name, $"it is missing, and {operation.Title} needs it. Give it too.");
        }

        CheckRules(operation, wire);
        var path = PathOf(operation, name => Escape(wire[name][0]));
        var fields = operation.Parameters
            .Where(parameter => parameter.Location != ParameterLocation.Path)
            .SelectMany(parameter => wire.Keys.Where(parameter.IsNamed).SelectMany(name => ToFields(parameter, name, wire[name])));
        var identifiers = operation.Parameters
            .Where(parameter => parameter is { Location: ParameterLocation.Path, IdentifierName: not null })
            .ToDictionary(parameter => parameter.IdentifierName!, parameter => wire[parameter.Name][0]);
        return new OperationRequest(operation, path, [.. fields], identifiers);
    }

    /// <summary>An identifier in the path, by the name that it has on input and output, such as <c>ConversationId</c>; null when there is none.</summary>
    /// <param name="identifierName">What it is called.</param>
    public string? Identifier(string identifierName) => identifiers.GetValueOrDefault(identifierName);

    /// <summary>The path with its values shown in another way, not escaped. It is for reading, not for sending.</summary>
    /// <param name="shown">How a value of a parameter is shown.</param>
    internal string PathWith(Func<OperationParameter, string, string> shown) => PathOf(
        Operation,
        name => Operation.Parameters.First(parameter => parameter.Name == name) is { IdentifierName: { } identifier } parameter ? shown(parameter, identifiers[identifier]) : $"{{{name}}}");

    /// <summary>Checks values before what identifies the target is known, so that a bad argument ends a run before it begins.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">The values by wire name.</param>
    /// <exception cref="RequestArgumentException">A value is unknown to the operation, or none that the provider documents.</exception>
    public static void CheckValues(Operation operation, IEnumerable<KeyValuePair<string, object?>> values) =>
        CheckRules(operation, ToWire(operation, values));

    /// <summary>The text, the first of a list, that a parameter of the query, the headers or the body is sent as; null when it is not sent.</summary>
    /// <param name="name">The wire name.</param>
    public string? Value(string name) => Fields.Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault();

    /// <summary>The same request with another key by which the provider knows a repetition.</summary>
    /// <param name="key">1 to 255 letters, digits, underscores, colons or hyphens.</param>
    public OperationRequest WithIdempotencyKey(string key) => new(
        Operation,
        Path,
        [.. Fields.Select(field => field.Name == IdempotencyKeyParameter.WireName ? field with { Value = key } : field)],
        identifiers);

    /// <summary>The same request for another page: with the query that the provider named.</summary>
    /// <param name="query">The query's fields.</param>
    public OperationRequest WithQuery(IEnumerable<Field> query) =>
        new(Operation, Path, [.. Fields.Where(field => field.Location != ParameterLocation.Query), .. query], identifiers);

    /// <summary>The same request with some fields of its query replaced, or taken away.</summary>
    /// <param name="changes">The fields; a null takes one away.</param>
    public OperationRequest WithChangedQuery(params (string Name, string? Value)[] changes) => WithQuery(
        Fields.Where(field => field.Location == ParameterLocation.Query && changes.All(change => change.Name != field.Name))
            .Concat(changes.Where(change => change.Value is not null).Select(change => new Field(ParameterLocation.Query, change.Name, change.Value!))));

    // No text at all stands for null.
    private static IEnumerable<Field> ToFields(OperationParameter parameter, string name, IReadOnlyList<string> texts) => texts is []
        ? [new Field(parameter.Location, name, Null, IsJsonLiteral: true)]
        : texts.Select(text => new Field(parameter.Location, name, text, parameter.IsJsonLiteral, parameter.IsList));

    /// <summary>The texts that values are sent as, by wire name.</summary>
    internal static Dictionary<string, IReadOnlyList<string>> ToWire(Operation operation, IEnumerable<KeyValuePair<string, object?>> values)
    {
        var wire = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            var parameter = operation.Parameters.FirstOrDefault(parameter => parameter.IsNamed(name))
                ?? throw RequestArgumentException.About(name, $"{operation.Title} takes no such parameter. Leave it out.");
            if (value is not null && wire.ContainsKey(name))
            {
                throw RequestArgumentException.About(name, $"it is given twice. Give it once.");
            }

            if (value is JsonNull)
            {
                wire[name] = parameter.MayBeNull ? [] : throw RequestArgumentException.About(name, $"it can't be null. Give a value, or leave it out.");
            }
            else if (value is not null)
            {
                wire[name] = parameter.ToWireTexts(value);
            }
        }

        return wire;
    }

    private static void CheckRules(Operation operation, Dictionary<string, IReadOnlyList<string>> wire)
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

    private static string PathOf(Operation operation, Func<string, string> valueOf) =>
        string.Join('/', operation.Path.Split('/').Select(segment => segment is ['{', .. var name, '}'] ? valueOf(name) : segment));
}
