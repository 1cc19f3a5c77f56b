using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>One tool that the gateway offers over MCP. Operations are such tools, and so is what stands above single operations.</summary>
internal interface IGatewayTool
{
    /// <summary>The tool as a client lists it. Its schemas are objects without references.</summary>
    Tool Definition { get; }

    /// <summary>Carries out a call. Any exception that <see cref="Calls.Problem"/> knows becomes a result that says so.</summary>
    /// <param name="call">What was called. Nobody has compared the arguments with the schema yet.</param>
    /// <param name="hungUp">Cancelled when the caller is gone.</param>
    Task<CallToolResult> CallAsync(ToolCall call, CancellationToken hungUp);
}
