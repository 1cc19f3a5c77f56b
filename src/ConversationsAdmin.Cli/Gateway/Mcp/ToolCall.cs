using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Calls;
using ModelContextProtocol;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>A call of a tool.</summary>
internal sealed record ToolCall
{
    /// <summary>The arguments by name, as the caller wrote them. Over HTTP none is there twice; over standard input the SDK keeps the last.</summary>
    internal required IReadOnlyDictionary<string, JsonElement> Arguments { get; init; }

    /// <summary>Who calls.</summary>
    internal required Caller Caller { get; init; }

    /// <summary>Hears how far the call is. The caller hears of it if it asked to.</summary>
    internal required IProgress<ProgressNotificationValue> Progress { get; init; }
}
