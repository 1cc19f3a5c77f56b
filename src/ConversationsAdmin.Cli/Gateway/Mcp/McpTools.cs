using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Calls;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>The tools of the gateway as the SDK serves them, over whatever transport.</summary>
/// <param name="tools">The tools, each with a name of its own.</param>
/// <param name="instructions">What a client should know before it calls any.</param>
/// <param name="logger">Hears of errors of the gateway itself.</param>
internal sealed partial class McpTools(IReadOnlyList<IGatewayTool> tools, string instructions, ILogger<McpTools> logger)
{
    private static readonly Implementation Server = new() { Name = "conv", Version = typeof(McpTools).Assembly.GetName().Version!.ToString(3) };

    private readonly Dictionary<string, IGatewayTool> byName = tools.ToDictionary(tool => tool.Definition.Name);
    private readonly Tool[] definitions = [.. tools.Select(tool => tool.Definition)];

    /// <summary>What a server for one caller is made of.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="calls">Holds the calls until they end.</param>
    internal McpServerOptions OptionsFor(Caller caller, CallsInFlight calls) => new()
    {
        ServerInfo = Server,
        ServerInstructions = instructions,
        Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
        ScopeRequests = false,
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = definitions }),
            CallToolHandler = async (request, hungUp) => await calls.RunAsync(gone => CallAsync(request, caller, gone), hungUp).ConfigureAwait(false),
        },
    };

    private async Task<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, Caller caller, CancellationToken hungUp)
    {
        var name = request.Params?.Name;
        var tool = name is null ? null : byName.GetValueOrDefault(name);
        if (tool is null)
        {
            throw new McpProtocolException($"There is no tool '{name}'. tools/list names those there are.", McpErrorCode.InvalidParams);
        }

        var progress = new CallProgress(request.Server, request.Params!.ProgressToken);
        try
        {
            return await tool.CallAsync(new() { Arguments = Arguments(request.Params), Caller = caller, Progress = progress }, hungUp).ConfigureAwait(false);
        }
        catch (Exception exception) when (Problem.Of(exception) is { } problem)
        {
            return ToolResult.Of(problem);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Its text may hold what the caller or the provider sent. The SDK tells the caller only that there was an error.
            Unexpected(logger, name!, exception.GetType().FullName, exception.TargetSite?.DeclaringType?.FullName);
            throw;
        }
        finally
        {
            await progress.EndAsync().ConfigureAwait(false);
        }
    }

    private static Dictionary<string, JsonElement> Arguments(CallToolRequestParams parameters) => new(parameters.Arguments ?? new Dictionary<string, JsonElement>());

    [LoggerMessage(EventId = 5, EventName = "unexpected", Level = LogLevel.Error, Message = "The tool {Tool} failed unexpectedly with {Exception} in {Place}")]
    private static partial void Unexpected(ILogger logger, string tool, string? exception, string? place);
}
