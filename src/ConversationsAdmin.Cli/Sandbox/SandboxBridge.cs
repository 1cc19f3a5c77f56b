using System.Net.Sockets;
using ConversationsAdmin.Sandbox;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ConversationsAdmin.Cli.Sandbox;

/// <summary>Carries one request from the socket to the sandbox and its answer back.</summary>
internal static class SandboxBridge
{
    // Otherwise the address would be tidied up, and the sandbox could not refuse what the provider refuses.
    private static readonly UriCreationOptions AsReceived = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static async Task AnswerAsync(HttpContext context, SandboxServer server, Uri baseAddress, string target)
    {
        var path = target.StartsWith('/') ? target : "/" + target;
        var address = new Uri(baseAddress.GetLeftPart(UriPartial.Authority) + path, AsReceived);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
            request.Content = new StreamContent(context.Request.Body);
        CopyHeaders(context.Request.Headers, request);
        try
        {
            using var response = await server.SendAsync(request, context.RequestAborted).ConfigureAwait(false);
            await WriteAsync(response, context).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (HttpRequestException reset) when (reset.InnerException is IOException { InnerException: SocketException })
        {
            context.Abort();
        }
        catch (HttpRequestException unreadable) when (unreadable.InnerException is BadHttpRequestException refused)
        {
            context.Response.StatusCode = refused.StatusCode;
        }
    }

    private static void CopyHeaders(IHeaderDictionary received, HttpRequestMessage request)
    {
        foreach (var (name, values) in received)
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
    }

    private static async Task WriteAsync(HttpResponseMessage response, HttpContext context)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.NonValidated)
            context.Response.Headers[name] = values.ToArray();
        foreach (var (name, values) in response.Content.Headers.NonValidated)
            context.Response.Headers[name] = values.ToArray();
        if (response.Content is StreamContent disturbed)
            await WriteDisturbedAsync(disturbed, context).ConfigureAwait(false);
        else if (response.Content.Headers.ContentLength is > 0)
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task WriteDisturbedAsync(StreamContent content, HttpContext context)
    {
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            await content.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (HttpRequestException cut) when (cut.InnerException is HttpIOException)
        {
            // With less than it announced the server closes the connection. To abort it would take back what has been sent.
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }
}
