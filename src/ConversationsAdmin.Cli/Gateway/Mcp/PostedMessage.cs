using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>Reads the one message that a POST of streamable HTTP carries.</summary>
internal static class PostedMessage
{
    // JSON-RPC leaves room for codes of a server's own.
    private const int ServerError = -32000;

    // What is there twice would be taken once, and nobody could say which.
    private static readonly JsonSerializerOptions Format = new(McpJsonUtilities.DefaultOptions) { AllowDuplicateProperties = false };

    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType = (JsonTypeInfo<JsonRpcMessage>)Format.GetTypeInfo(typeof(JsonRpcMessage));

    /// <summary>Reads it.</summary>
    /// <exception cref="PostRefusedException">It is none.</exception>
    /// <exception cref="BadHttpRequestException">The body is too large, or broke off.</exception>
    internal static async Task<JsonRpcMessage> ReadAsync(HttpContext context)
    {
        var accepted = new RequestHeaders(context.Request.Headers).Accept;
        if (!accepted.Any(type => type.MatchesMediaType("application/json")) || !accepted.Any(type => type.MatchesMediaType("text/event-stream")))
        {
            throw new PostRefusedException(StatusCodes.Status406NotAcceptable, ServerError, "The header Accept must name application/json and text/event-stream.");
        }

        if (!context.Request.HasJsonContentType())
        {
            throw new PostRefusedException(StatusCodes.Status415UnsupportedMediaType, ServerError, "The header Content-Type must be application/json.");
        }

        try
        {
            return await context.Request.ReadFromJsonAsync(MessageType, context.RequestAborted).ConfigureAwait(false) ?? throw new JsonException("It is null.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // The second tells of a member that is there twice.
            throw new PostRefusedException(
                StatusCodes.Status400BadRequest,
                (int)McpErrorCode.InvalidRequest,
                "The body is no JSON-RPC message, or has a member twice. Send one request or notification; batches are not taken.");
        }
    }

    /// <summary>The method and the parameters of a request or a notification; nothing of a response.</summary>
    internal static (string? Method, JsonObject? Parameters) Parts(JsonRpcMessage message) => message switch
    {
        JsonRpcRequest request => (request.Method, request.Params as JsonObject),
        JsonRpcNotification notification => (notification.Method, notification.Params as JsonObject),
        _ => (null, null),
    };
}
