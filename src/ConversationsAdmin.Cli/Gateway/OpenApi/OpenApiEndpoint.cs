using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>Answers the OpenAPI document, and the page that it is browsed with.</summary>
internal static class OpenApiEndpoint
{
    /// <summary>Where the document is.</summary>
    internal const string Path = "/openapi.json";

    // It is made of definitions that do not change.
    private static readonly Lazy<byte[]> Document = new(Write);

    /// <summary>Puts both into an application.</summary>
    internal static void Map(WebApplication application)
    {
        var document = Document.Value;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(document))}\"");
        application.MapGet(Path, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(document, Responses.Json, entityTag: tag);
        });
        DocumentPage.Use(application);
    }

    private static byte[] Write()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        GatewayDocument.Create().SerializeAsV31(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
