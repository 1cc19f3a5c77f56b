using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Bench;

/// <summary>Refuses deletes beyond a limit in the way of Twilio, and tells its record.</summary>
internal sealed class LimitedWrites(WriteLimit limit, int jitterMilliseconds)
{
    private const string TooManyActions = """{"code":50063,"message":"Actions per second exceeded","more_info":"https://www.twilio.com/docs/errors/50063","status":429}""";

    /// <summary>Answers what is not let through, and who asks for the record.</summary>
    public async Task<bool> AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == LatencyServer.RecordPath)
        {
            await context.Response.WriteAsJsonAsync(limit.Record(), context.RequestAborted);
            return true;
        }

        if (!HttpMethods.IsDelete(context.Request.Method))
        {
            return false;
        }

        if (jitterMilliseconds > 0)
        {
            await Task.Delay(Random.Shared.Next(jitterMilliseconds + 1), context.RequestAborted);
        }

        if (limit.TryTake())
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(TooManyActions, context.RequestAborted);
        return true;
    }
}
