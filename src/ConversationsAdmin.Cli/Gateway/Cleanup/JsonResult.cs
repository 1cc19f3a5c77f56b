using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>The result of a tool: the same JSON for programs and for those that read text.</summary>
internal static class JsonResult
{
    internal static CallToolResult Of(JsonObject result)
    {
        var json = JsonSerializer.SerializeToElement(result);
        return new CallToolResult { StructuredContent = json, Content = [new TextContentBlock { Text = json.GetRawText() }] };
    }
}
