using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConversationsAdmin.Cli.Gateway.Schemas;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using Microsoft.OpenApi;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;
using Place = Microsoft.OpenApi.ParameterLocation;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>Describes parameters of path, query and headers. One that several operations take is described once, among the components.</summary>
internal sealed partial class ParameterDescriptions(OpenApiDocument document)
{
    /// <summary>The header that confirms that something is destroyed.</summary>
    internal const string Confirm = "Confirm";

    private static readonly HashSet<OperationParameter> Shared =
        [.. OperationCatalog.All.SelectMany(operation => operation.Parameters).GroupBy(parameter => parameter).Where(uses => uses.Count() > 1).Select(uses => uses.Key)];

    private readonly Dictionary<OperationParameter, string> keys = [];

    /// <summary>The description of one, or a reference to it.</summary>
    internal IOpenApiParameter Of(OperationParameter parameter) =>
        Shared.Contains(parameter) ? new OpenApiParameterReference(KeyOf(parameter), document) : Describe(parameter);

    /// <summary>The description of the header that confirms that something is destroyed.</summary>
    internal static OpenApiParameter OfConfirmation(Confirmation confirmation) => new()
    {
        Name = Confirm,
        In = Place.Header,
        Required = confirmation.Always,
        Description = $"{confirmation.Description} It may be percent-encoded, as it is in the path.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1 },
    };

    private string KeyOf(OperationParameter parameter)
    {
        if (!keys.TryGetValue(parameter, out var key))
        {
            var name = ForeignToKeys().Replace(NameOf(parameter), "-").Trim('-');
            var number = keys.Values.Count(other => other == name || other.StartsWith(name + ".", StringComparison.Ordinal));
            key = number == 0 ? name : $"{name}.{number + 1}";
            keys.Add(parameter, key);
            document.AddComponent<IOpenApiParameter>(key, Describe(parameter));
        }

        return key;
    }

    private static OpenApiParameter Describe(OperationParameter parameter)
    {
        var schema = ParameterSchema.Of(parameter);
        var description = schema.Description;
        schema.Description = null;
        return new()
        {
            Name = NameOf(parameter),
            In = PlaceOf(parameter.Location),
            Required = parameter.Required,
            Description = description,
            Schema = parameter is MetadataFilterParameter ? FiltersByName(schema) : schema,

            // Without one, a page to try it out on would make names up.
            Example = parameter is MetadataFilterParameter ? new JsonObject() : null,
        };
    }

    // In the style of a form, each member of an object is a parameter of its own.
    private static OpenApiSchema FiltersByName(OpenApiSchema filter) => new()
    {
        Type = JsonSchemaType.Object,
        PropertyNames = new OpenApiSchema { Pattern = "^" + MetadataFilterParameter.Prefix },
        AdditionalProperties = filter,
    };

    private static string NameOf(OperationParameter parameter) => parameter.Location == In.Path ? parameter.Name.ToLowerInvariant() : parameter.Name;

    private static Place PlaceOf(In location) => location switch
    {
        In.Path => Place.Path,
        In.Query => Place.Query,
        In.Header => Place.Header,
        _ => throw new InvalidOperationException($"A parameter of the {location} has no place of its own."),
    };

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex ForeignToKeys();
}
