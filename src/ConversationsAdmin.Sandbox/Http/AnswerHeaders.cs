using System.Net;
using System.Net.Http.Headers;

namespace ConversationsAdmin.Sandbox.Http;

/// <summary>Turns an answer into a response with its headers.</summary>
internal sealed class AnswerHeaders(SandboxOptions options, WholeSecondClock clock, TimeProvider time)
{
    public HttpResponseMessage Respond(HttpRequestMessage request, Answer answer)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request };
        if (!answer.Body.IsEmpty)
        {
            response.Content = ContentOf(answer);
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }
        if (answer.Status == 429 && options.RetryAfter is { } wait)
            response.Headers.RetryAfter = RetryAfter(wait);
        return response;
    }

    private HttpContent ContentOf(Answer answer)
    {
        if (!answer.IsCut && answer.HeldBack == TimeSpan.Zero)
            return new ReadOnlyMemoryContent(answer.Body);
        var content = new StreamContent(new DisturbedBody(answer.Body, answer.HeldBack, answer.IsCut, time));
        content.Headers.ContentLength = answer.Body.Length;
        return content;
    }

    private RetryConditionHeaderValue RetryAfter(TimeSpan wait)
    {
        var seconds = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
        return options.RetryAfterAsDate ? new(clock.Now + seconds) : new(seconds);
    }
}
