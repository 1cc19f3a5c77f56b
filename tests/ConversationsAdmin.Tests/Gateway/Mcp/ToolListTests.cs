using ConversationsAdmin.Tests.Metadata;
using ModelContextProtocol.Client;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>The tools that a client lists are those of the table of operations, and say what a call of them would do.</summary>
public sealed class ToolListTests
{
    private static readonly string[] AboveOperations = ["plan-cleanup", "show-cleanup-plan", "run-cleanup-plan"];

    [Theory]
    [InlineData(null)]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    public async Task They_are_those_of_the_table(string? revision)
    {
        await using var gateway = await SandboxGateway.StartAsync();
        await using var client = await gateway.ConnectAsync(revision);
        Assert.Equal(revision ?? "2026-07-28", client.NegotiatedProtocolVersion);
        await AssertTableAsync(client);
        Assert.Equal(0, gateway.Sent);
    }

    /// <summary>Demands of a server that it offers the tools of the table and those above operations.</summary>
    internal static async Task AssertTableAsync(McpClient client)
    {
        var tools = await client.ListToolsAsync();
        var documented = OperationTable.All.Select(operation => Line(operation.Tool!, operation.Hints!.ReadOnly, operation.Hints.Destructive, operation.Hints.Idempotent)).ToArray();
        var offered = tools.Where(tool => !AboveOperations.Contains(tool.Name)).Select(tool => tool.ProtocolTool).Select(tool => Line(
            tool.Name, tool.Annotations?.ReadOnlyHint, tool.Annotations?.DestructiveHint, tool.Annotations?.IdempotentHint));
        Assert.Equal(67, documented.Length);
        Assert.Equal(documented.Order(StringComparer.Ordinal), offered.Order(StringComparer.Ordinal));
        Assert.Equal(67 + AboveOperations.Length, tools.Count);
        Assert.All(tools, tool => Assert.EndsWith(".", tool.Description));
    }

    [Fact]
    public async Task Schemas_are_of_objects_and_inputs_take_nothing_unknown()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();
        Assert.All(await client.ListToolsAsync(), tool =>
        {
            Assert.Equal("object", tool.JsonSchema.GetProperty("type").GetString());
            Assert.False(tool.JsonSchema.GetProperty("additionalProperties").GetBoolean());
            Assert.Equal("object", tool.ReturnJsonSchema!.Value.GetProperty("type").GetString());
        });
    }

    [Fact]
    public async Task A_tool_that_will_be_refused_says_so()
    {
        await using var gateway = await SandboxGateway.StartAsync(write: true, destroy: false);
        await using var client = await gateway.ConnectAsync();
        var tools = (await client.ListToolsAsync()).ToDictionary(tool => tool.Name, tool => tool.Description);
        Assert.Contains("--allow-destructive and will refuse", tools["remove-conversation-your-service"]);
        Assert.DoesNotContain("refuse", tools["create-new-conversation-your-service"]);
        Assert.Contains("--allow-destructive", client.ServerInstructions);
        Assert.Contains(gateway.Twilio.DefaultServiceSid, client.ServerInstructions);
    }

    private static string Line(string name, bool? readOnly, bool? destructive, bool? idempotent) => $"{name} {readOnly} {destructive} {idempotent}";
}
