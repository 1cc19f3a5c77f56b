using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConversationsAdmin.Cli.Gateway.Calls;
using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>Answers with a problem as RFC 9457 writes it.</summary>
internal static class ProblemAnswer
{
    private const string ContentType = "application/problem+json";

    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static Task WriteAsync(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = $"{seconds}";
        }

        return context.Response.WriteAsJsonAsync(problem, Format, ContentType, context.RequestAborted);
    }
}
