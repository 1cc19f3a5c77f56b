using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Guards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>Makes a server on loopback whose every request passes the guards first.</summary>
internal static class GatewayApplication
{
    /// <summary>How long a shutdown waits for what is in progress.</summary>
    internal static readonly TimeSpan PatienceAtShutdown = TimeSpan.FromSeconds(30);

    /// <summary>Makes it, without endpoints. It listens when it is started.</summary>
    /// <param name="services">What the applications share.</param>
    /// <param name="bearer">Who may call.</param>
    /// <param name="port">The port on 127.0.0.1.</param>
    /// <param name="interface">As <see cref="Caller"/> has it.</param>
    internal static WebApplication Create(GatewayServices services, BearerGuard bearer, int port, string @interface)
    {
        // The empty builder reads no settings of the environment and logs nothing of its own.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(services.Loggers);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = PatienceAtShutdown);
        builder.Services.AddRateLimiter(limiting =>
        {
            limiting.GlobalLimiter = services.Limit;
            limiting.OnRejected = CallerLimit.RefuseAsync;
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => KestrelSettings.Apply(kestrel, port));

        var application = builder.Build();
        var failures = new Failures(services.Loggers.CreateLogger<Failures>());
        var addresses = new AddressGuard(services.Options.AllowedHosts);
        application.Use(services.InProgress.PassAsync);
        application.Use(SafeHeaders.AddAsync);
        application.Use(failures.PassAsync);
        application.UseStatusCodePages(Failures.WriteForStatusAsync);
        application.Use((context, next) =>
        {
            addresses.Check(context);
            bearer.Check(context, @interface);
            return next(context);
        });
        application.UseRateLimiter();
        application.UseRouting();
        return application;
    }

    /// <summary>Where a started application listens.</summary>
    internal static Uri AddressOf(WebApplication application) =>
        new(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
}
