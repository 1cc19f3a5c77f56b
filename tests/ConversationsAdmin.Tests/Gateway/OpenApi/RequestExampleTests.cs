using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Core;
using ConversationsAdmin.Tests.Metadata;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.OpenApi;

/// <summary>Who sends the example of a body as it stands is not refused for it.</summary>
public sealed class RequestExampleTests
{
    public static TheoryData<string> Names() => [.. OperationTable.All.Where(row => row.BodyEncoding != "none").Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_example_says_something_and_is_taken(string name)
    {
        var operation = DefinedOperations.Named(name);
        var document = await ServedDocument.OperationAsync(OperationTable.Named(name));
        var example = JsonSerializer.SerializeToElement(document.RequestBody!.Content!["application/json"].Example!);
        var identifiers = DefinedOperations.NeededValues(operation)
            .Where(value => operation.Parameters.Single(parameter => parameter.IsNamed(value.Key)).Location == ParameterLocation.Path);
        var request = OperationRequest.Create(operation, identifiers.Concat(CallValues.OfBody(operation, example)));
        Assert.Contains(request.Fields, field => field.Location == ParameterLocation.Body);
    }
}
