using System.Globalization;
using System.Text.Json.Nodes;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using Microsoft.OpenApi;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>The JSON schema of what a parameter takes: types, documented words, forms of identifiers, limits.</summary>
internal static class ParameterSchema
{
    private const JsonSchemaType Plain = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean;
    private const string WebAddress = "uri";

    /// <summary>The schema of a parameter, with what it means as its description.</summary>
    /// <exception cref="InvalidOperationException">The parameter is of a kind that nobody wrote a schema for.</exception>
    internal static OpenApiSchema Of(OperationParameter parameter)
    {
        var schema = OfKind(parameter);
        schema.Description = ParameterDescription.Of(parameter);
        if (parameter.MayBeNull)
        {
            schema.Type |= JsonSchemaType.Null;
        }

        return schema;
    }

    // A character has a byte at least, so a limit of bytes is one of characters, too.
    private static OpenApiSchema OfKind(OperationParameter parameter) => parameter switch
    {
        BooleanParameter => new() { Type = JsonSchemaType.Boolean },
        IntegerParameter number => new() { Type = JsonSchemaType.Integer, Format = "int64", Minimum = Text(number.Minimum), Maximum = Text(number.Maximum) },
        ChoiceParameter choice => OfWords(choice.Choices),
        SidParameter { Alternate: not null } => new() { Type = JsonSchemaType.String, MinLength = 1 },
        SidParameter sid => IdentifierSchema.Of(sid.Kind),
        IdParameter id => IdentifierSchema.Of(id.Kind),
        TextParameter text => new() { Type = JsonSchemaType.String, MinLength = LeastLength(text), MaxLength = text.MaxLength ?? text.MaxBytes },
        UriParameter uri => new() { Type = JsonSchemaType.String, Format = uri.MayBeEmpty ? null : WebAddress, MaxLength = uri.MaxLength },
        DateParameter => new() { Type = JsonSchemaType.String, Format = "date-time" },
        DayParameter => new() { Type = JsonSchemaType.String, Format = "date" },
        DurationParameter => new() { Type = JsonSchemaType.String, Format = "duration" },
        JsonTextParameter json => new() { Type = JsonSchemaType.Object | JsonSchemaType.String, MaxLength = json.MaxBytes },
        JsonObjectParameter fields => OfObject(fields),
        ListParameter list => OfList(list),
        IdempotencyKeyParameter => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255, Pattern = @"^[A-Za-z0-9_:\-]+$" },
        OrderParameter => OfWords(TelnyxConversationResource.Orders),
        FilterParameter or OrParameter => new() { Type = JsonSchemaType.String, MinLength = 1 },
        _ => throw new InvalidOperationException($"No schema is known for {parameter.Name}, which is a {parameter.GetType().Name}."),
    };

    private static OpenApiSchema OfWords(IEnumerable<string> words) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. words.Select(word => (JsonNode)word)],
    };

    private static OpenApiSchema OfList(ListParameter list)
    {
        var items = Of(list.Item);
        items.Description = null;
        if (list.Item is TextParameter)
        {
            items.MinLength ??= 1;
        }

        return new() { Type = JsonSchemaType.Array, Items = items, MinItems = 1 };
    }

    private static OpenApiSchema OfObject(JsonObjectParameter json) => json.Members.IsEmpty
        ? new() { Type = JsonSchemaType.Object, AdditionalProperties = json.IsFlat ? PlainValue(json.MayHoldLists) : null }
        : MemberSchema.Of(json.Members, json.ExactlyOneOf);

    private static OpenApiSchema PlainValue(bool orList) => orList
        ? new() { Type = Plain | JsonSchemaType.Array, Items = PlainValue(orList: false) }
        : new() { Type = Plain };

    // Core refuses a blank text where one must be there, or where it would be no filter.
    private static int? LeastLength(TextParameter text) =>
        Math.Max(text.MinLength, text.Required || text.Location == In.Query ? 1 : 0) is > 0 and var least ? least : null;

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
