using Microsoft.AspNetCore.Builder;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>The page at the root, on which the document is browsed and calls are tried out. It may load and call this origin only, and nobody may frame it.</summary>
internal static class DocumentPage
{
    // The library sets styles on elements. It has no script within its HTML.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    internal static void Use(WebApplication application)
    {
        application.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
        application.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "";
            page.DocumentTitle = GatewayDocument.Title;
            page.SwaggerEndpoint(OpenApiEndpoint.Path, GatewayDocument.Title);
            page.DocExpansion(DocExpansion.None);
            page.EnableFilter();
        });
    }
}
