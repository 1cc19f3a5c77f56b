using ConversationsAdmin.Cli.Gateway.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary><c>/mcp</c>: MCP over streamable HTTP. It has no sessions; each POST has a server of its own.</summary>
internal sealed class McpEndpoint
{
    /// <summary>Where it is.</summary>
    internal const string Path = "/mcp";

    private static readonly Caller Unknown = new("unknown", Caller.Mcp);

    private readonly McpTools tools;
    private readonly ILoggerFactory loggers;

    private McpEndpoint(McpTools tools, ILoggerFactory loggers)
    {
        this.tools = tools;
        this.loggers = loggers;
    }

    /// <summary>Adds it. Other methods than POST are left to routing, which refuses them.</summary>
    /// <param name="routes">Where to add it.</param>
    /// <param name="tools">What it offers.</param>
    /// <param name="loggers">Where the SDK logs to.</param>
    internal static void Map(IEndpointRouteBuilder routes, McpTools tools, ILoggerFactory loggers)
    {
        var endpoint = new McpEndpoint(tools, loggers);
        routes.MapPost(Path, (RequestDelegate)endpoint.PostAsync);
    }

    private async Task PostAsync(HttpContext context)
    {
        var id = default(RequestId);
        try
        {
            var message = await PostedMessage.ReadAsync(context).ConfigureAwait(false);
            id = message is JsonRpcRequest request ? request.Id : default;
            var version = ProtocolRevision.Check(context.Request.Headers, message);
            if (version is not null)
            {
                (message.Context ??= new()).ProtocolVersion = version;
            }

            await AnswerAsync(context, message, ProtocolRevision.HasNoHandshake(version)).ConfigureAwait(false);
        }
        catch (PostRefusedException refused)
        {
            var error = new JsonRpcError { Id = id, Error = new() { Code = refused.Code, Message = refused.Message, Data = refused.Details } };
            context.Response.StatusCode = refused.Status;
            await context.Response.WriteAsJsonAsync(error, McpJsonUtilities.DefaultOptions, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context, JsonRpcMessage message, bool statusTells)
    {
        using var calls = new CallsInFlight(atOnce: 1);
        await using var transport = new StreamableHttpServerTransport(loggers) { Stateless = true };
        await using var server = McpServer.Create(transport, tools.OptionsFor(context.Features.Get<Caller>() ?? Unknown, calls), loggers, context.RequestServices);
        using var closed = new CancellationTokenSource();
        var run = server.RunAsync(closed.Token);
        try
        {
            BeginStream(context);
            var hasAnswer = await transport.HandlePostRequestAsync(
                message, context.Response.Body, statusTells ? first => TellStatus(context, first) : null, context.RequestAborted).ConfigureAwait(false);
            if (!hasAnswer)
            {
                context.Response.Headers.Remove("Content-Type");
                context.Response.StatusCode = StatusCodes.Status202Accepted;
            }
        }
        finally
        {
            // First the transport, so that its reader ends of itself; then what still runs is cancelled. A write ends all the same.
            await transport.DisposeAsync().ConfigureAwait(false);
            await closed.CancelAsync().ConfigureAwait(false);
            await EndAsync(run).ConfigureAwait(false);
            await calls.EndAsync().ConfigureAwait(false);
        }
    }

    private static async Task EndAsync(Task cancelled)
    {
        try
        {
            await cancelled.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It was told to end.
        }
    }

    private static void BeginStream(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        // Proxies must neither keep nor collect it.
        context.Response.Headers.CacheControl = "no-cache,no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
    }

    private static ValueTask TellStatus(HttpContext context, JsonRpcMessage? first)
    {
        if (first is JsonRpcError { Error: { } error } && !context.Response.HasStarted)
        {
            context.Response.StatusCode = (McpErrorCode)error.Code switch
            {
                McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
                McpErrorCode.MissingRequiredClientCapability or McpErrorCode.UnsupportedProtocolVersion or McpErrorCode.HeaderMismatch => StatusCodes.Status400BadRequest,
                _ => context.Response.StatusCode,
            };
        }

        return ValueTask.CompletedTask;
    }
}
