using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Schemas;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Metadata;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.OpenApi;

/// <summary>The schemas of an operation as a tool: the arguments by their wire names, and answers that may grow.</summary>
public sealed class ToolSchemaTests
{
    private static readonly string[] Strict = ["enum", "required", "format", "pattern", "maxLength"];

    public static TheoryData<string> Tools() => [.. OperationTable.All.Select(row => row.Tool!)];

    [Theory]
    [MemberData(nameof(Tools))]
    public void The_arguments_are_the_wire_names_the_body_and_what_confirms(string tool)
    {
        var row = OperationTable.All.Single(row => row.Tool == tool);
        var schema = InputSchema.Of(Operation(tool)).AsJsonSchema();
        string[] beside = [.. row.BodyEncoding == "none" ? Array.Empty<string>() : ["body"], .. row.Method == "DELETE" || row.Name == "UpdateServiceConversation" ? ["confirm"] : Array.Empty<string>()];
        var named = row.Parameters.Where(parameter => parameter.Location != ParameterLocation.Body && !parameter.Name.EndsWith('*')).Select(parameter => parameter.Name);
        Assert.Equal(named.Concat(beside).Order(), Names(schema, "properties").Order());
        string[] needed =
        [
            .. row.Parameters.Where(parameter => parameter.Location != ParameterLocation.Body && parameter.IsRequired).Select(parameter => parameter.Name),
            .. row.Parameters.Any(parameter => parameter.Location == ParameterLocation.Body && parameter.IsRequired) ? ["body"] : Array.Empty<string>(),
            .. row.Method == "DELETE" ? ["confirm"] : Array.Empty<string>(),
        ];
        Assert.Equal(needed.Order(), schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!).Order() : []);
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void A_schema_stands_alone_and_has_no_list_of_types(string tool)
    {
        var operation = Operation(tool);
        Assert.All(Objects(InputSchema.Of(operation).AsJsonSchema()).Concat(AnswerObjects(operation)), schema =>
        {
            Assert.False(schema.TryGetProperty("$ref", out _));
            Assert.False(schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array);
        });
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void An_answer_may_lack_fields_and_have_others(string tool) => Assert.All(
        AnswerObjects(Operation(tool)),
        schema => Assert.DoesNotContain(Strict, keyword => schema.TryGetProperty(keyword, out var value) && value.ValueKind != JsonValueKind.Object));

    [Fact]
    public void Filters_on_metadata_are_arguments_by_their_own_names()
    {
        var schema = InputSchema.Of(Operation("retrieve-list-all-telnyx-conversations")).AsJsonSchema();
        Assert.Equal("^metadata->", Assert.Single(Names(schema, "patternProperties")));
    }

    private static Operation Operation(string tool) => OperationCatalog.All.Single(operation => operation.ToolName == tool);

    private static IEnumerable<string> Names(JsonElement schema, string keyword) => schema.GetProperty(keyword).EnumerateObject().Select(member => member.Name);

    private static IEnumerable<JsonElement> AnswerObjects(Operation operation) => AnswerSchema.Of(operation) is { } schema ? Objects(schema.AsJsonSchema()) : [];

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [element, .. element.EnumerateObject().SelectMany(member => Objects(member.Value))],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
