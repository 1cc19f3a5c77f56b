using System.Net;
using ConversationsAdmin.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConversationsAdmin.Cli.Sandbox;

/// <summary>Puts sandboxes behind a socket of this machine, so that other programs can call it.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private const long LargestBody = 1024 * 1024;
    private readonly WebApplication application;

    private SandboxHost(WebApplication application)
    {
        this.application = application;
        var addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        BaseAddress = new Uri(addresses.Addresses.Single());
    }

    /// <summary>The address of the host; each API has a base path below it.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts listening on 127.0.0.1; port 0 takes any free port.</summary>
    public static async Task<SandboxHost> StartAsync(IReadOnlyCollection<SandboxServer> servers, int port, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(servers);
        // The empty builder reads no settings of the environment and logs nothing.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var application = builder.Build();
        var paths = new SandboxPaths(servers);
        application.Run(paths.AnswerAsync);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return new SandboxHost(application);
    }

    /// <summary>Waits until the process is told to stop or the token is cancelled.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) =>
        application.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => application.DisposeAsync();
}
