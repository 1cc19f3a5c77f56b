using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>Headers of every answer: it is what it says it is, and nobody keeps a copy.</summary>
internal static class SafeHeaders
{
    internal static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
