using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ConversationsAdmin.Cli.Gateway.Calls;
using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>What tools answer.</summary>
internal static class ToolResult
{
    /// <summary>How JSON is written: as people read it, and without what is not there.</summary>
    internal static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The same JSON for programs and for those that read text.</summary>
    /// <param name="answer">A JSON object that fits the tool's output schema.</param>
    internal static CallToolResult Of(JsonElement answer) => new() { StructuredContent = answer, Content = [Text(answer.GetRawText())] };

    /// <summary>The same JSON for programs and for those that read text.</summary>
    /// <param name="answer">What fits the tool's output schema.</param>
    internal static CallToolResult Of(JsonObject answer) => Of(JsonElement.Parse(answer.ToJsonString(Format)));

    /// <summary>A failure: a sentence that says what to do, and the problem as JSON. It has no structured content, which clients would hold against the output schema.</summary>
    internal static CallToolResult Of(Problem problem) => new()
    {
        IsError = true,
        Content = [Text(problem.Detail), Text(JsonSerializer.Serialize(problem, Format))],
    };

    private static TextContentBlock Text(string text) => new() { Text = text };
}
