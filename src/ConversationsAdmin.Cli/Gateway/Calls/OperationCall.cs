using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>One operation that somebody calls, over REST or over MCP.</summary>
internal sealed record OperationCall
{
    internal required Operation Operation { get; init; }

    /// <summary>The values by wire name, as <see cref="OperationRequest.Create"/> takes them.</summary>
    internal required IReadOnlyList<KeyValuePair<string, object?>> Values { get; init; }

    /// <summary>The identifier of what the caller knows to be destroyed; null when none was given.</summary>
    internal string? Confirm { get; init; }

    /// <summary>Who calls, and from where.</summary>
    internal required Caller Caller { get; init; }
}
