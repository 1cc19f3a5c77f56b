using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConversationsAdmin.Cli.Gateway.Schemas;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.OpenApi;

/// <summary>What a schema says of a value is what Core does with it: the last value within a limit is taken, and the first beyond it is not.</summary>
public sealed partial class SchemaLimitTests
{
    public static TheoryData<string> Tools() => [.. OperationCatalog.All.Select(operation => operation.ToolName)];

    [Theory]
    [MemberData(nameof(Tools))]
    public void Limits_are_those_of_core(string tool) => Assert.All(ParametersOf(tool), parameter =>
    {
        foreach (var (within, beyond) in EdgesOf(parameter, Single(parameter)))
        {
            Assert.True(Takes(parameter, within), $"{parameter.Name} refuses '{within}'.");
            Assert.True(beyond is null || !Takes(parameter, beyond), $"{parameter.Name} takes '{beyond}'.");
        }
    });

    [Fact]
    public void No_limit_of_core_is_left_out() => Assert.All(OperationCatalog.All.SelectMany(operation => ParametersOf(operation.ToolName)).Distinct(), parameter =>
    {
        var schema = Single(parameter);
        Assert.Equal(MostOf(parameter), Number(schema, "maxLength") ?? Number(schema, "maximum"));
        Assert.Equal(parameter is JsonObjectParameter { MaxBytes: { } bytes } ? $"At most {bytes:N0} bytes of UTF-8." : "", parameter is JsonObjectParameter ? Bytes().Match(Description(parameter)).Value : "");
    });

    [Fact]
    public void A_kind_of_parameter_without_a_schema_is_an_error() =>
        Assert.Contains("OddParameter", Assert.Throws<InvalidOperationException>(() => ParameterSchema.Of(new OddParameter())).Message);

    private static IEnumerable<OperationParameter> ParametersOf(string tool) => OperationCatalog.All
        .Single(operation => operation.ToolName == tool).Parameters
        .Select(parameter => parameter is ListParameter list ? list.Item : parameter)
        .SelectMany(parameter => parameter is JsonObjectParameter { Members: { IsEmpty: false } members } ? [parameter, .. members] : new[] { parameter });

    // The values at the edges of a schema, each with the first beyond.
    private static IEnumerable<(string Within, string? Beyond)> EdgesOf(OperationParameter parameter, JsonElement schema)
    {
        if (Number(schema, "maxLength") is { } most)
        {
            yield return (OfLength(parameter, most), OfLength(parameter, most + 1));
        }

        if (Number(schema, "minLength") is { } least)
        {
            yield return (OfLength(parameter, least), OfLength(parameter, least - 1));
        }

        if (Number(schema, "minimum") is { } minimum)
        {
            yield return ($"{minimum}", $"{minimum - 1}");
        }

        if (Number(schema, "maximum") is { } maximum)
        {
            yield return ($"{maximum}", $"{maximum + 1}");
        }

        if (parameter is SidParameter { Alternate: null } or IdParameter)
        {
            yield return Identifiers(parameter, schema);
        }

        if (schema.TryGetProperty("enum", out var words))
        {
            foreach (var word in words.EnumerateArray())
            {
                yield return (word.GetString()!, null);
            }
        }
    }

    private static (string Within, string Beyond) Identifiers(OperationParameter parameter, JsonElement schema)
    {
        var identifier = parameter is SidParameter sid ? sid.Kind.OfNothing : ((IdParameter)parameter).Kind.OfNothing;
        var pattern = new Regex(schema.GetProperty("pattern").GetString()!);
        Assert.Matches(pattern, identifier[..^1] + "f");
        Assert.DoesNotMatch(pattern, identifier + "0");
        Assert.DoesNotMatch(pattern, identifier[..^1]);
        Assert.DoesNotMatch(pattern, identifier[..^1] + "g");
        Assert.False(Takes(parameter, identifier + "0") || Takes(parameter, identifier[..^1]));
        return (identifier[..^1] + "F", identifier[..^1] + "g");
    }

    private static string OfLength(OperationParameter parameter, long length) => parameter switch
    {
        JsonTextParameter => $"\"{new string('a', (int)length - 2)}\"",
        UriParameter => "https://example.com/".PadRight((int)length, 'a'),
        FilterParameter or OrParameter => length == 0 ? "" : "eq.a",
        _ => new string('a', (int)length),
    };

    private static long? MostOf(OperationParameter parameter) => parameter switch
    {
        TextParameter text => text.MaxLength ?? text.MaxBytes,
        UriParameter uri => uri.MaxLength,
        JsonTextParameter json => json.MaxBytes,
        IntegerParameter number => number.Maximum,
        IdempotencyKeyParameter => 255,
        _ => null,
    };

    private static bool Takes(OperationParameter parameter, string text)
    {
        try
        {
            _ = parameter.ToWireTexts(parameter is SidParameter { Alternate: not null } ? new AlternateName(text) : text);
            return true;
        }
        catch (RequestArgumentException)
        {
            return false;
        }
    }

    private static string Description(OperationParameter parameter) => ParameterSchema.Of(parameter).Description ?? "";

    // A schema of several types has the limits in the one of texts.
    private static JsonElement Single(OperationParameter parameter)
    {
        var schema = ParameterSchema.Of(parameter).AsJsonSchema();
        return schema.TryGetProperty("anyOf", out var types)
            ? types.EnumerateArray().FirstOrDefault(type => type.GetProperty("type").GetString() == "string", schema)
            : schema;
    }

    private static long? Number(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var number) ? long.Parse(number.GetRawText(), CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("At most .* bytes of UTF-8.")]
    private static partial Regex Bytes();

    private sealed record OddParameter() : OperationParameter("Odd", ParameterLocation.Body)
    {
        public override string ToWire(object value) => "";
    }
}
