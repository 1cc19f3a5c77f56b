using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>Calls of tools with arguments that are written as JSON.</summary>
internal static class ClientCalls
{
    public static async Task<CallToolResult> CallAsync(this McpClient client, string tool, string arguments, CancellationToken cancellationToken = default) =>
        await client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments), cancellationToken: cancellationToken);

    /// <summary>The problem that a failed call tells.</summary>
    public static JsonElement Problem(this CallToolResult result) => JsonElement.Parse(((TextContentBlock)result.Content[^1]).Text);

    /// <summary>The sentence that a failed call tells.</summary>
    public static string Sentence(this CallToolResult result) => ((TextContentBlock)result.Content[0]).Text;
}
