using System.Text.Json;
using ModelContextProtocol.Client;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>Calls tools one after the other. What each takes and answers is held against the schemas that it lists.</summary>
internal sealed class ToolStory
{
    private readonly McpClient client;
    private readonly Dictionary<string, McpClientTool> tools;

    private ToolStory(McpClient client, IEnumerable<McpClientTool> tools)
    {
        this.client = client;
        this.tools = tools.ToDictionary(tool => tool.Name);
    }

    /// <summary>The tools that were called.</summary>
    public HashSet<string> Called { get; } = [];

    public static async Task<ToolStory> BeginAsync(McpClient client) => new(client, await client.ListToolsAsync());

    /// <summary>Calls a tool, which must succeed.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="members">The arguments but for the body, as members of a JSON object.</param>
    /// <param name="body">The body as JSON; null for none.</param>
    /// <returns>The structured content.</returns>
    public async Task<JsonElement> CallAsync(string tool, string members, string? body = null)
    {
        Called.Add(tool);
        var arguments = $"{{{string.Join(',', new[] { members, body is null ? "" : $"\"body\":{body}" }.Where(text => text.Length > 0))}}}";
        Assert.Empty(SchemaCheck.Faults(tools[tool].JsonSchema, JsonElement.Parse(arguments)));
        var result = await client.CallAsync(tool, arguments);
        Assert.True(result.IsError is not true, $"{tool}: {result.Sentence()}");
        var answer = result.StructuredContent!.Value;
        Assert.Empty(SchemaCheck.Faults(tools[tool].ReturnJsonSchema!.Value, answer));
        Assert.True(JsonElement.DeepEquals(answer, JsonElement.Parse(result.Sentence())));
        return answer;
    }

    /// <summary>Calls a tool that makes something.</summary>
    /// <returns>The identifier of what was made.</returns>
    public async Task<string> MakeAsync(string tool, string members, string body, string identifier = "sid") =>
        (await CallAsync(tool, members, body)).GetProperty(identifier).GetString()!;

    /// <summary>Calls a tool that destroys something, and demands that it names it.</summary>
    public async Task DestroyAsync(string tool, string members, string identifier)
    {
        var answer = await CallAsync(tool, $"{members},\"confirm\":\"{identifier}\"");
        Assert.Equal(identifier, answer.GetProperty("deleted").GetString());
        Assert.InRange(answer.GetProperty("status").GetInt32(), 200, 299);
    }
}
