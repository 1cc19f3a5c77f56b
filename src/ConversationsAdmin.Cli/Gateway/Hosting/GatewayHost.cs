using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Guards;
using ConversationsAdmin.Cli.Gateway.Mcp;
using ConversationsAdmin.Cli.Gateway.OpenApi;
using ConversationsAdmin.Cli.Gateway.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>The gateway on two ports of 127.0.0.1: REST on one, MCP over HTTP on the other.</summary>
internal sealed partial class GatewayHost : IAsyncDisposable
{
    private readonly GatewayServices services;
    private readonly WebApplication rest;
    private readonly WebApplication mcp;

    private GatewayHost(GatewayServices services, CallerTokens tokens)
    {
        this.services = services;
        var bearer = new BearerGuard(tokens);
        rest = GatewayApplication.Create(services, bearer, services.Options.RestPort, Caller.Rest);
        mcp = GatewayApplication.Create(services, bearer, services.Options.McpPort, Caller.Mcp);
        Health.Map(rest, services);
        RestEndpoints.Map(rest, services.Calls);
        OpenApiEndpoint.Map(rest);
        Health.Map(mcp, services);
        McpEndpoint.Map(mcp, services.Tools, services.Loggers);
        mcp.Lifetime.ApplicationStopping.Register(services.Stop);
    }

    /// <summary>Where REST is.</summary>
    internal Uri RestAddress => GatewayApplication.AddressOf(rest);

    /// <summary>Where MCP is.</summary>
    internal Uri McpAddress => new(GatewayApplication.AddressOf(mcp), McpEndpoint.Path);

    /// <summary>Starts listening.</summary>
    /// <param name="services">What both share. They stay the caller's to dispose.</param>
    /// <param name="tokens">Who may call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">A port is in use.</exception>
    internal static async Task<GatewayHost> StartAsync(GatewayServices services, CallerTokens tokens, CancellationToken cancellationToken)
    {
        var host = new GatewayHost(services, tokens);
        try
        {
            await host.rest.StartAsync(cancellationToken).ConfigureAwait(false);
            await host.mcp.StartAsync(cancellationToken).ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until the process is told to stop or the token is cancelled; then takes no more requests, and finishes those in progress.</summary>
    internal async Task WaitForShutdownAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(rest.WaitForShutdownAsync(cancellationToken), mcp.WaitForShutdownAsync(cancellationToken)).ConfigureAwait(false);
        if (services.InProgress.Count is > 0 and var count)
        {
            services.Calls.LogUnfinished();
            Unfinished(services.Loggers.CreateLogger<GatewayHost>(), count, (int)GatewayApplication.PatienceAtShutdown.TotalSeconds);
        }
    }

    /// <summary>Stops listening, after what is in progress.</summary>
    public async ValueTask DisposeAsync()
    {
        await rest.DisposeAsync().ConfigureAwait(false);
        await mcp.DisposeAsync().ConfigureAwait(false);
    }

    [LoggerMessage(
        EventId = 11,
        EventName = "unfinished",
        Level = LogLevel.Warning,
        Message = "Stopped with {Count} requests that did not end within {Seconds} s: what they change may be done")]
    private static partial void Unfinished(ILogger logger, int count, int seconds);
}
