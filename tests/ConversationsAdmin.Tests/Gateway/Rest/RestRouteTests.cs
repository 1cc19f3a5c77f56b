using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Core;
using ConversationsAdmin.Tests.Metadata;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Rest;

/// <summary>Each operation of the table has its path and method, and what is called there reaches the provider as the provider has it.</summary>
public sealed class RestRouteTests
{
    [Fact]
    public async Task Each_of_the_67_reaches_its_provider_and_passes_on_what_that_says()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        Assert.Equal(67, OperationTable.All.Count);
        foreach (var documented in OperationTable.All)
        {
            await Reaches(gateway, documented);
        }
    }

    private static async Task Reaches(GatewayUnderTest gateway, DocumentedOperation documented)
    {
        var operation = DefinedOperations.Named(documented.Name);
        var values = DefinedOperations.NeededValues(operation);
        var content = documented.BodyEncoding == "none" ? null : GatewayClient.JsonOf(Of(ParameterLocation.Body));
        var query = string.Join('&', Of(ParameterLocation.Query).Select(value => $"{Uri.EscapeDataString(value.Key)}={Uri.EscapeDataString($"{value.Value}")}"));
        var identifiers = Of(ParameterLocation.Path);
        var before = gateway.Arrived.Count;

        var answer = await gateway.Client.Send(
            new HttpMethod(documented.Method),
            $"{Filled(documented.RestPath!, name => identifiers.Single(value => value.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value)}?{query}",
            content,
            ("Confirm", $"{identifiers.LastOrDefault().Value}"));

        Assert.True(gateway.Arrived.Count == before + 1, $"{documented.Name} did not reach its provider.\n{answer.Status} {answer.Text}");
        var arrived = gateway.Arrived.Single(request => request.Method == documented.Method && request.Path == Filled(documented.Path, name => identifiers[name]));
        Assert.Equal(arrived.Status, answer.Status);
        Clear(gateway);

        Dictionary<string, object?> Of(ParameterLocation location) => values
            .Where(value => operation.Parameters.Any(parameter => parameter.Location == location && parameter.IsNamed(value.Key)))
            .ToDictionary();
    }

    private static string Filled(string path, Func<string, object?> valueOf) =>
        string.Join('/', path.Split('/').Select(segment => segment is ['{', .. var name, '}'] ? $"{valueOf(name)}" : segment));

    private static void Clear(GatewayUnderTest gateway)
    {
        gateway.Twilio.Record.Clear();
        gateway.Telnyx.Record.Clear();
        gateway.Sunshine.Record.Clear();
    }
}
