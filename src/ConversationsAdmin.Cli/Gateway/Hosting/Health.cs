using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary><c>/healthz</c>: that the gateway runs, and what it was started for. Nothing is sent to a provider.</summary>
internal static class Health
{
    internal const string Path = "/healthz";

    internal static void Map(IEndpointRouteBuilder routes, GatewayServices services)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            status = "ok",
            version = typeof(Health).Assembly.GetName().Version?.ToString(3),
            providers = services.Connections.All.Select(connection => $"{connection.Provider}"),
            sandbox = services.Options.Sandbox,
            allowWrite = services.Options.Access.Write,
            allowDestructive = services.Options.Access.Destroy,
        });
        RequestDelegate answer = context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        };
        routes.MapMethods(Path, [HttpMethods.Get], answer);
    }
}
