using ConversationsAdmin.Cli.Gateway.Calls;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>Makes a problem of whatever goes wrong on the way to an answer.</summary>
internal sealed partial class Failures(ILogger<Failures> logger)
{
    internal async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
            context.Abort();
        }
        catch (Exception exception)
        {
            var problem = ProblemOf(exception);
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            await ProblemAnswer.WriteAsync(context, problem).ConfigureAwait(false);
        }
    }

    /// <summary>The problem for an answer that has only a status: there is nothing under the path, or not with the method.</summary>
    internal static Task WriteForStatusAsync(StatusCodeContext answer)
    {
        var context = answer.HttpContext;
        var problem = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new Problem
            {
                Title = "Not found",
                Status = StatusCodes.Status404NotFound,
                Code = "path_unknown",
                Detail = "There is nothing under this path. /openapi.json lists what there is.",
            },
            StatusCodes.Status405MethodNotAllowed => new Problem
            {
                Title = "Method not allowed",
                Status = StatusCodes.Status405MethodNotAllowed,
                Code = "method_not_allowed",
                Detail = $"This path does not take {context.Request.Method}. It takes {context.Response.Headers.Allow}.",
            },
            var status => new Problem { Title = "Refused by the gateway", Status = status, Code = "refused", Detail = "The gateway does not take this request." },
        };
        return ProblemAnswer.WriteAsync(context, problem);
    }

    private Problem ProblemOf(Exception exception)
    {
        if (exception is BadHttpRequestException unreadable)
        {
            return Unreadable(unreadable.StatusCode);
        }

        if (Problem.Of(exception) is { } problem)
        {
            return problem;
        }

        // Its text may hold what the caller or the provider sent.
        Unexpected(logger, exception.GetType().FullName, exception.TargetSite?.DeclaringType?.FullName);
        return new Problem
        {
            Title = "Error of the gateway",
            Status = StatusCodes.Status500InternalServerError,
            Code = "internal_error",
            Detail = "The gateway failed. Its log says with what. If the call changes something, look before you repeat it.",
        };
    }

    private static Problem Unreadable(int status) => new()
    {
        Title = "Unreadable request",
        Status = status,
        Code = status == StatusCodes.Status413PayloadTooLarge ? "body_too_large" : "request_unreadable",
        Detail = status switch
        {
            StatusCodes.Status413PayloadTooLarge => "The body has more than 1 MiB. Nothing was sent.",
            StatusCodes.Status408RequestTimeout => "The body came too slowly. Nothing was sent.",
            _ => "The body broke off, or can't be read. Nothing was sent.",
        },
    };

    [LoggerMessage(EventId = 2, EventName = "unexpected", Level = LogLevel.Error, Message = "A request failed unexpectedly with {Exception} in {Place}")]
    private static partial void Unexpected(ILogger logger, string? exception, string? place);
}
