using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace ConversationsAdmin.Sandbox.Http;

/// <summary>Turns an answer into a response with the headers that every answer of the provider carries.</summary>
internal sealed class AnswerHeaders(SandboxOptions options, WholeSecondClock clock)
{
    private readonly SeededRandom requestIds = new(options.Seed, RandomStream.RequestIds);

    public HttpResponseMessage Respond(HttpRequestMessage request, Answer answer, int concurrent, TimeSpan duration)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request };
        if (!answer.Body.IsEmpty)
        {
            response.Content = new ReadOnlyMemoryContent(answer.Body);
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }
        response.Headers.Add("Twilio-Request-Id", NextRequestId());
        response.Headers.Add("Twilio-Concurrent-Requests", concurrent.ToString(CultureInfo.InvariantCulture));
        response.Headers.Add("Twilio-Request-Duration", duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }
        if (answer.Status == 429 && options.RetryAfter is { } wait)
            response.Headers.RetryAfter = RetryAfter(wait);
        return response;
    }

    private string NextRequestId()
    {
        lock (requestIds)
            return requestIds.Hex32("RQ");
    }

    private RetryConditionHeaderValue RetryAfter(TimeSpan wait)
    {
        var seconds = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
        return options.RetryAfterAsDate ? new(clock.Now + seconds) : new(seconds);
    }
}
