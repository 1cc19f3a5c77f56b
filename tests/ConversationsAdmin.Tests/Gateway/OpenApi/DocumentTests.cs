using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Tests.Metadata;
using Microsoft.OpenApi;
using Xunit;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Tests.Gateway.OpenApi;

/// <summary>The OpenAPI document tells of the operations that the table has, and of nothing else.</summary>
public sealed class DocumentTests
{
    private const string Confirm = "Confirm";

    public static TheoryData<string> Names() => [.. OperationTable.All.Select(operation => operation.Name)];

    [Fact]
    public async Task It_is_valid_openapi_3_1()
    {
        var result = await ServedDocument.ResultAsync;
        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, result.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task It_has_all_67_operations_by_path_method_and_name()
    {
        var document = await ServedDocument.LoadAsync();
        Assert.Equal(67, OperationTable.All.Count);
        Assert.Equal(
            OperationTable.All.Select(row => (row.RestPath!, row.Method, row.Tool!)).Order(),
            document.Paths.Where(path => !ServedDocument.OwnPaths.Contains(path.Key)).SelectMany(path => path.Value.Operations!.Select(operation => (path.Key, operation.Key.Method, operation.Value.OperationId!))).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_tells_of_each_parameter_and_of_the_documented_status(string name)
    {
        var row = OperationTable.Named(name);
        var operation = await ServedDocument.OperationAsync(row);
        Assert.Equal(
            row.Parameters.Where(parameter => parameter.Location != In.Body).Select(parameter => (PlaceOf(parameter), NameOf(parameter), parameter.IsRequired)).Order(),
            (operation.Parameters ?? []).Where(parameter => parameter.Name != Confirm).Select(parameter => (parameter.In!.Value, parameter.Name!, parameter.Required)).Order());
        Assert.Equal(
            row.Body.Keys.Order(),
            (operation.RequestBody?.Content!["application/json"].Schema!.Properties!.Keys ?? []).Order());
        Assert.Equal($"{row.Status}", Assert.Single(operation.Responses!.Keys, status => status.StartsWith('2')));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_deletion_needs_the_header_that_confirms_it(string name)
    {
        var row = OperationTable.Named(name);
        var operation = await ServedDocument.OperationAsync(row);
        var confirm = (operation.Parameters ?? []).SingleOrDefault(parameter => parameter.Name == Confirm);
        var isFinalChoice = name is "UpdateServiceConversation";
        Assert.Equal(row.Method == "DELETE" ? true : isFinalChoice ? false : null, confirm?.Required);
        Assert.Equal(confirm is not null, operation.Responses!.ContainsKey("428"));
        Assert.Equal(row.Method == "GET" ? "" : "--allow", operation.Description!.Contains("--allow", StringComparison.Ordinal) ? "--allow" : "");
    }

    [Fact]
    public async Task Only_the_gateways_own_answers_need_no_token()
    {
        var document = await ServedDocument.LoadAsync();
        Assert.Equal("bearer", Assert.Single(Assert.Single(document.Security!)).Key.Scheme);
        Assert.Equal(
            ServedDocument.OwnPaths.Order(),
            document.Paths.Where(path => path.Value.Operations!.Values.Any(operation => operation.Security is not null)).Select(path => path.Key).Order());
        Assert.All(ServedDocument.OwnPaths, path => Assert.Empty(document.Paths[path].Operations![HttpMethod.Get].Security!));
    }

    [Fact]
    public async Task A_problem_has_the_members_that_are_answered()
    {
        var problem = new Problem { Title = "", Status = 404, Detail = "", Code = "" };
        var answered = JsonSerializer.SerializeToElement(problem).EnumerateObject().Select(member => member.Name);
        Assert.Equal(answered.Order(), (await ServedDocument.LoadAsync()).Components!.Schemas!["Problem"].Properties!.Keys.Order());
    }

    private static ParameterLocation PlaceOf(DocumentedParameter parameter) => Enum.Parse<ParameterLocation>($"{parameter.Location}");

    private static string NameOf(DocumentedParameter parameter) =>
        parameter.Location == In.Path ? parameter.Name.ToLowerInvariant() : parameter.Name;
}
