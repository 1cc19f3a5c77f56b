using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Tests.Metadata;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>The operations are what the table of operations says, and that says what the providers document.</summary>
public sealed class OperationTableTests
{
    private static readonly Dictionary<string, Type> KindOfType = new()
    {
        ["boolean"] = typeof(BooleanParameter),
        ["date-time"] = typeof(DateParameter),
        ["filter"] = typeof(FilterParameter),
        ["integer"] = typeof(IntegerParameter),
        ["object"] = typeof(JsonObjectParameter),
        ["uri"] = typeof(UriParameter),
    };

    private static IEnumerable<DocumentedOperation> Defined => OperationTable.All.Concat(OperationTable.OfArchives);

    public static TheoryData<string> Names() => [.. Defined.Select(operation => operation.Name)];

    public static TheoryData<string> Offered() => [.. OperationTable.All.Select(operation => operation.Name)];

    public static TheoryData<string> Lists() =>
        [.. Defined.Where(operation => operation.MaxPageSize is not null).Select(operation => operation.Name)];

    [Theory]
    [InlineData("twilio-conversations", 50)]
    [InlineData("twilio-proxy", 5)]
    [InlineData("telnyx", 7)]
    [InlineData("sunshine", 5)]
    public void All_of_an_api_is_in_the_table(string api, int operations) =>
        Assert.Equal(operations, OperationTable.All.Count(operation => operation.Api == api));

    [Fact]
    public void What_archives_read_besides_changes_nothing_and_is_not_limited() =>
        Assert.All(OperationTable.OfArchives, operation => Assert.Equal(("GET", "none", "Export-ConvConversation"), (operation.Method, operation.Budget, operation.Cmdlet)));

    [Fact]
    public void Every_operation_is_defined_once() => Assert.Equal(
        Defined.Select(row => (row.Api, row.Name)).Order(),
        DefinedOperations.All.Select(operation => (ApiOf(operation), operation.Name)).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operation_is_what_the_provider_documents(string name)
    {
        var (row, operation) = (OperationTable.Named(name), DefinedOperations.Named(name));
        Assert.Equal((row.Method, row.Path, row.Envelope), (operation.Method.Method, operation.Path, operation.Envelope));
        Assert.Equal(row.Status, operation.Status);
        Assert.Equal(
            (row.Paging, row.PageSizeName, row.MaxPageSize),
            (operation.Paging is { } paging ? KebabCase(paging.Style) : null, operation.Paging?.PageSizeName, operation.Paging?.MaxPageSize));
        Assert.Equal(
            (row.BodyEncoding, row.Budget),
            (operation.Body.ToString().ToLowerInvariant(), operation.BudgetScope.ToString().ToLowerInvariant()));
        Assert.Equal(
            row.Parameters.Select(parameter => (parameter.Location, parameter.Name, parameter.IsList, parameter.IsRequired, parameter.IsNullable)).Order(),
            operation.Parameters.Select(parameter => (parameter.Location, parameter.Name, parameter is ListParameter, parameter.Required, parameter.MayBeNull)).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_of_the_documented_type(string name)
    {
        var operation = DefinedOperations.Named(name);
        foreach (var parameter in OperationTable.Named(name).Parameters.Where(parameter => KindOfType.ContainsKey(parameter.Type)))
        {
            var defined = operation.Parameters.Single(candidate => candidate.Name == parameter.Name);
            Assert.IsAssignableFrom(KindOfType[parameter.Type], defined is ListParameter list ? list.Item : defined);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_hints_follow_what_the_operation_does(string name)
    {
        var (method, operation) = (OperationTable.Named(name).Method, DefinedOperations.Named(name));
        var isIdempotent = method is "GET" or "PUT" or "DELETE";
        var isSafeToRepeat = isIdempotent || OperationTable.Named(name).Header.ContainsKey("Idempotency-Key");
        Assert.Equal(
            (method == "GET", method == "DELETE", isIdempotent, isSafeToRepeat),
            (operation.ReadOnly, operation.Destructive, operation.Idempotent, operation.SafeToRepeat));
    }

    [Theory]
    [MemberData(nameof(Offered))]
    public void An_agent_is_told_what_the_table_says(string name)
    {
        var (row, operation) = (OperationTable.Named(name), DefinedOperations.Named(name));
        Assert.Equal(row.Tool, operation.ToolName);
        Assert.Equal(
            row.Hints,
            new DocumentedHints { ReadOnly = operation.ReadOnly, Destructive = operation.Destructive, Idempotent = operation.Idempotent });
    }

    [Fact]
    public void No_two_operations_have_the_same_method_and_path_at_the_gateway()
    {
        Assert.All(OperationTable.All, row => Assert.StartsWith("/v1/", row.RestPath));
        Assert.Equal(OperationTable.All.Count, OperationTable.All.Select(row => (row.Method, row.RestPath)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_page_is_no_larger_than_the_provider_documents(string name)
    {
        var (operation, largest) = (DefinedOperations.Named(name), OperationTable.Named(name).MaxPageSize!.Value);
        Assert.Equal($"{largest}", WithPageSize(operation, largest).Value(operation.Paging!.PageSizeName!));
        Assert.Throws<RequestArgumentException>(() => WithPageSize(operation, largest + 1));
        Assert.Throws<RequestArgumentException>(() => WithPageSize(operation, 0));
    }

    private static OperationRequest WithPageSize(Operation operation, int pageSize) =>
        OperationRequest.Create(operation, new Dictionary<string, object?>(DefinedOperations.NeededValues(operation)) { [operation.Paging!.PageSizeName!] = pageSize });

    private static string ApiOf(Operation operation) => KebabCase(operation.Api);

    private static string KebabCase<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
