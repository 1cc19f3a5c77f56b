using System.Net.Http.Headers;
using ConversationsAdmin.Cli.Gateway.Calls;
using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Guards;

/// <summary>Wants a token of every request but those for the page, the document and the health. It is taken from the header only.</summary>
internal sealed class BearerGuard(CallerTokens tokens)
{
    private const string Scheme = "Bearer";

    // The page's own files are those of the library that it is.
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "/", "/healthz", "/openapi.json",
        "/index.html", "/index.js", "/index.css", "/swagger-ui.css", "/swagger-ui-bundle.js", "/swagger-ui-standalone-preset.js",
        "/favicon-16x16.png", "/favicon-32x32.png",
    };

    /// <summary>Finds out who calls, and keeps it as the request's <see cref="Caller"/>.</summary>
    /// <exception cref="CallRefusedException">There is no token, or none that is known.</exception>
    internal void Check(HttpContext context, string @interface)
    {
        if (Open.Contains(context.Request.Path.Value ?? ""))
        {
            return;
        }

        var token = TokenOf(context.Request);
        if (token is not null && tokens.CallerOf(token) is { } name)
        {
            context.Features.Set(new Caller(name, @interface));
            return;
        }

        context.Response.Headers.WWWAuthenticate = Scheme;
        throw new CallRefusedException(
            StatusCodes.Status401Unauthorized,
            token is null ? "token_missing" : "token_unknown",
            $"{(token is null ? "There is no token" : "The token is not known here")}. Send the header Authorization: Bearer with the token that the gateway was started with.");
    }

    private static string? TokenOf(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var given) && given.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase)
            ? given.Parameter
            : null;
}
