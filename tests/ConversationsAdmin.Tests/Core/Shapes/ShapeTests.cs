using System.Globalization;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Metadata;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Shapes;

/// <summary>What the sandboxes answer, which imitate the providers by their documents, is what the shapes say.</summary>
public sealed class ShapeTests
{
    private static readonly string[] DateForms = ["yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"];

    public static TheoryData<string> Names() => [.. OperationTable.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_has_the_status_and_the_fields_that_the_definition_says(string name)
    {
        var given = (await SandboxAnswers.AllAsync()).Where(answer => answer.Operation.Name == name).ToList();
        Assert.NotEmpty(given);
        var operation = DefinedOperations.Named(name);
        Assert.Equal([operation.Status], given.Select(answer => answer.Status).Distinct());
        Assert.Empty(given.SelectMany(ProblemsOf).Distinct());
        Assert.True(operation.Shape is null || given.SelectMany(answer => answer.Resources).Any(), "No resource was answered that could be compared.");
    }

    [Fact]
    public void All_but_deletions_answer_something() => Assert.Equal(
        OperationCatalog.All.Where(operation => operation.Destructive).Select(operation => operation.Name),
        OperationCatalog.All.Where(operation => operation.AnswerShape is null).Select(operation => operation.Name));

    [Theory]
    [InlineData("""{"sid":7}""", "sid")]
    [InlineData("""{"index":null}""", "index")]
    [InlineData("""{"date_created":"yesterday"}""", "date_created")]
    [InlineData("""{"delivery":{"sent":true}}""", "delivery.sent")]
    [InlineData("""{"media":[{"size":1},{"size":"1"}]}""", "media.size")]
    [InlineData("""{"future":1}""", "future")]
    public void A_field_that_does_not_fit_is_found(string json, string path)
    {
        using var document = JsonDocument.Parse(json);
        var shape = Assert.IsType<ObjectShape>(DefinedOperations.Named("FetchServiceConversationMessage").Shape);
        Assert.Contains(path, Assert.Single(Problems(shape, document.RootElement, "")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> ProblemsOf(GivenAnswer answer) =>
        answer.Operation.AnswerShape is { } shape ? Problems(shape, answer.Body!.Value, "")
        : answer.Body is { } body && body.EnumerateObject().Any() ? [$"A body is answered, and no shape is defined: {body}"]
        : [];

    private static IEnumerable<string> Problems(ObjectShape shape, JsonElement given, string path) =>
        given.EnumerateObject().SelectMany(member => shape.Fields.SingleOrDefault(field => field.Name == member.Name) is { } field
            ? Problems(field, member.Value, path + member.Name)
            : [$"{path}{member.Name} is not in the shape."]);

    private static IEnumerable<string> Problems(ShapeField field, JsonElement given, string path) =>
        given.ValueKind == JsonValueKind.Null ? (field.Nullable ? [] : [$"{path} is null."])
        : !Fits(field, given) ? [$"{path} is {given}, and no {field.Format ?? field.Type.ToString()}."]
        : field is { Type: ShapeType.Object, Members: { } members } ? Problems(members, given, path + ".")
        : field is { Type: ShapeType.List, Items: { } items } ? given.EnumerateArray().SelectMany(item => Problems(items, item, path))
        : [];

    private static bool Fits(ShapeField field, JsonElement given) => field.Type switch
    {
        ShapeType.Text => given.ValueKind == JsonValueKind.String && FitsText(field, given.GetString()!),
        ShapeType.Integer => given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out _),
        ShapeType.Boolean => given.ValueKind is JsonValueKind.True or JsonValueKind.False,
        ShapeType.Object => given.ValueKind == JsonValueKind.Object,
        _ => given.ValueKind == JsonValueKind.Array,
    };

    private static bool FitsText(ShapeField field, string given) => (field.Known.IsEmpty || field.Known.Contains(given)) && field.Format switch
    {
        "date-time" => DateTimeOffset.TryParseExact(given, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "uri" => Uri.TryCreate(given, UriKind.Absolute, out _),
        "uuid" => Guid.TryParseExact(given, "D", out _),
        _ => true,
    };
}
