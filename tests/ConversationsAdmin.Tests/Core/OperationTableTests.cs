using System.Text.Json;
using ConversationsAdmin.Core.Operations;
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
        ["integer"] = typeof(IntegerParameter),
        ["uri"] = typeof(UriParameter),
    };

    public static TheoryData<string> Names() => [.. OperationTable.All.Select(operation => operation.Name)];

    public static TheoryData<string> Lists() =>
        [.. OperationTable.All.Where(operation => operation.MaxPageSize is not null).Select(operation => operation.Name)];

    [Fact]
    public void All_of_Twilio_Conversations_is_in_the_table() =>
        Assert.Equal(50, OperationTable.All.Count(operation => operation.Api == "twilio-conversations"));

    [Fact]
    public void Every_operation_is_defined_once() => Assert.Equal(
        OperationTable.All.Select(row => (row.Api, row.Name)).Order(),
        TwilioOperations.All.Select(operation => (ApiOf(operation), operation.Name)).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operation_is_what_the_provider_documents(string name)
    {
        var (row, operation) = (OperationTable.Named(name), TwilioOperations.Named(name));
        Assert.Equal((row.Method, row.Path, row.MaxPageSize), (operation.Method.Method, operation.Path, operation.MaxPageSize));
        Assert.Equal(
            (row.BodyEncoding, row.Budget),
            (operation.Body.ToString().ToLowerInvariant(), operation.BudgetScope.ToString().ToLowerInvariant()));
        Assert.Equal(
            row.Parameters.Select(parameter => (parameter.Location, parameter.Name, parameter.IsList, parameter.IsRequired)).Order(),
            operation.Parameters.Select(parameter => (parameter.Location, parameter.Name, parameter is ListParameter, parameter.Required)).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_of_the_documented_type(string name)
    {
        var operation = TwilioOperations.Named(name);
        foreach (var parameter in OperationTable.Named(name).Parameters.Where(parameter => KindOfType.ContainsKey(parameter.Type)))
        {
            var defined = operation.Parameters.Single(candidate => candidate.Name == parameter.Name);
            Assert.IsType(KindOfType[parameter.Type], defined is ListParameter list ? list.Item : defined);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_hints_follow_what_the_operation_does(string name)
    {
        var (method, operation) = (OperationTable.Named(name).Method, TwilioOperations.Named(name));
        var isIdempotent = method is "GET" or "PUT" or "DELETE";
        Assert.Equal(
            (method == "GET", method == "DELETE", isIdempotent, isIdempotent),
            (operation.ReadOnly, operation.Destructive, operation.Idempotent, operation.SafeToRepeat));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_page_is_no_larger_than_the_provider_documents(string name)
    {
        var (operation, largest) = (TwilioOperations.Named(name), OperationTable.Named(name).MaxPageSize!.Value);
        Assert.Equal($"{largest}", WithPageSize(operation, largest).Value("PageSize"));
        Assert.Throws<RequestArgumentException>(() => WithPageSize(operation, largest + 1));
        Assert.Throws<RequestArgumentException>(() => WithPageSize(operation, 0));
    }

    private static OperationRequest WithPageSize(Operation operation, int pageSize) =>
        OperationRequest.Create(operation, new Dictionary<string, object?>(TwilioOperations.NeededValues(operation)) { ["PageSize"] = pageSize });

    private static string ApiOf(Operation operation) => JsonNamingPolicy.KebabCaseLower.ConvertName(operation.Api.ToString());
}
