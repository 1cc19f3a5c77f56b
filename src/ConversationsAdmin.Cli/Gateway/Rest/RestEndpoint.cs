using System.Globalization;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ConversationsAdmin.Cli.Gateway.Rest;

/// <summary>One operation over REST: the provider's names come in, and its answer goes out as it is.</summary>
internal sealed class RestEndpoint(Operation operation, OperationCaller calls)
{
    private readonly PathValues path = new(operation);

    /// <summary>Answers a request. Whoever calls it makes a problem of what it throws.</summary>
    internal async Task AnswerAsync(HttpContext context)
    {
        var call = await ReadAsync(context).ConfigureAwait(false);
        using var answer = await calls.CallAsync(call, context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(answer, context).ConfigureAwait(false);
    }

    private async Task<OperationCall> ReadAsync(HttpContext context) => new()
    {
        Operation = operation,
        Values =
        [
            .. path.Read(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget),
            .. QueryValues.Read(operation, context.Request.QueryString),
            .. HeaderValues.Read(operation, context.Request.Headers),
            .. await JsonBody.ReadAsync(operation, context).ConfigureAwait(false),
        ],
        Confirm = HeaderValues.Confirm(context.Request.Headers),
        Caller = context.Features.GetRequiredFeature<Caller>(),
    };

    private static async Task WriteAsync(ProviderResponse answer, HttpContext context)
    {
        context.Response.StatusCode = answer.StatusCode;
        if (answer.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        // A blank body is none, and no JSON.
        if (answer.Body.Span.ContainsAnyExcept(" \t\r\n"u8))
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
