using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>What the revisions of MCP ask of the headers of a POST. The SDK's core leaves that to the server.</summary>
internal static class ProtocolRevision
{
    // From this one on there is no handshake: each request says everything, and its headers repeat what a proxy may want to know.
    private const string WithoutHandshake = "2026-07-28";

    private const string VersionHeader = "MCP-Protocol-Version";
    private const string MethodHeader = "Mcp-Method";
    private const string NameHeader = "Mcp-Name";
    private const string SessionHeader = "Mcp-Session-Id";

    private static readonly string[] Supported = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", WithoutHandshake];

    private static readonly string[] OnlyWithHandshake =
        [RequestMethods.Initialize, RequestMethods.Ping, "logging/setLevel", RequestMethods.ResourcesSubscribe, RequestMethods.ResourcesUnsubscribe];

    /// <summary>Whether a revision is one without a handshake.</summary>
    internal static bool HasNoHandshake(string? version) => string.CompareOrdinal(version, WithoutHandshake) >= 0;

    /// <summary>The revision that a request is written in; null when its headers do not say.</summary>
    /// <exception cref="PostRefusedException">The headers do not fit the message, or the revision is none that is known.</exception>
    internal static string? Check(IHeaderDictionary headers, JsonRpcMessage message)
    {
        var version = headers[VersionHeader].ToString() is { Length: > 0 } given ? given : null;
        var (_, parameters) = PostedMessage.Parts(message);
        var meta = parameters?["_meta"] as JsonObject;
        if (version is not null && !Supported.Contains(version))
        {
            throw Unsupported(version);
        }

        if (HasNoHandshake(version))
        {
            CheckHeaders(headers, message, version!);
            CheckMeta(message, meta, version!);
        }
        else if (HasNoHandshake(Text(meta?[MetaKeys.ProtocolVersion])))
        {
            throw Mismatch($"The header {VersionHeader} is missing or differs from the body.");
        }
        else if (headers.ContainsKey(SessionHeader))
        {
            throw Invalid($"There are no sessions here. Leave out the header {SessionHeader}.");
        }

        return version;
    }

    private static void CheckHeaders(IHeaderDictionary headers, JsonRpcMessage message, string version)
    {
        var (method, parameters) = PostedMessage.Parts(message);
        if (method is null)
        {
            return;
        }

        if (headers[MethodHeader].ToString().Trim() != method)
        {
            throw Mismatch($"The header {MethodHeader} is missing or differs from the body.");
        }

        if (method == RequestMethods.ToolsCall && McpHeaderEncoder.DecodeValue(headers[NameHeader].ToString().Trim()) != Text(parameters?["name"]))
        {
            throw Mismatch($"The header {NameHeader} is missing or differs from the body.");
        }

        if (message is JsonRpcRequest && OnlyWithHandshake.Contains(method))
        {
            throw new PostRefusedException(StatusCodes.Status404NotFound, (int)McpErrorCode.MethodNotFound, $"{method} is no method of {version}.");
        }
    }

    private static void CheckMeta(JsonRpcMessage message, JsonObject? meta, string version)
    {
        var named = Text(meta?[MetaKeys.ProtocolVersion]);
        if (message is JsonRpcRequest && named is null)
        {
            throw Invalid($"_meta has no {MetaKeys.ProtocolVersion}.");
        }

        if (named is not null && named != version)
        {
            throw Mismatch($"The header {VersionHeader} differs from the body.");
        }

        if (message is JsonRpcRequest && meta?[MetaKeys.ClientCapabilities] is not JsonObject)
        {
            throw Invalid($"_meta has no {MetaKeys.ClientCapabilities}.");
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static PostRefusedException Invalid(string message) => new(StatusCodes.Status400BadRequest, (int)McpErrorCode.InvalidParams, message);

    private static PostRefusedException Mismatch(string message) => new(StatusCodes.Status400BadRequest, (int)McpErrorCode.HeaderMismatch, message);

    private static PostRefusedException Unsupported(string version) => new(
        StatusCodes.Status400BadRequest, (int)McpErrorCode.UnsupportedProtocolVersion, $"The revision '{version}' is none of {string.Join(", ", Supported)}.")
    {
        Details = JsonSerializer.SerializeToNode(new UnsupportedProtocolVersionErrorData { Supported = Supported, Requested = version }, McpJsonUtilities.DefaultOptions),
    };
}
