using System.Text.Json.Nodes;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>A request is none that streamable HTTP allows. No tool was called.</summary>
/// <param name="status">The HTTP status that says so.</param>
/// <param name="code">The code of JSON-RPC.</param>
/// <param name="message">What is wrong, and what is right.</param>
internal sealed class PostRefusedException(int status, int code, string message) : Exception(message)
{
    internal int Status { get; } = status;

    internal int Code { get; } = code;

    /// <summary>More for programs; null for nothing.</summary>
    internal JsonNode? Details { get; init; }
}
