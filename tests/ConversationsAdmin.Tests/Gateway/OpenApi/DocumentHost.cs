using System.Net;
using ConversationsAdmin.Cli.Gateway.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ConversationsAdmin.Tests.Gateway.OpenApi;

/// <summary>A server on loopback with nothing but the document and its page.</summary>
internal sealed class DocumentHost : IAsyncDisposable
{
    private readonly WebApplication application;

    private DocumentHost(WebApplication application)
    {
        this.application = application;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()),
        };
    }

    public HttpClient Client { get; }

    public static async Task<DocumentHost> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.UseRouting();
        OpenApiEndpoint.Map(application);
        await application.StartAsync();
        return new DocumentHost(application);
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return application.DisposeAsync();
    }
}
