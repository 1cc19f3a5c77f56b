using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>A refusal in the provider's terms. Only a bad request may have several titles.</summary>
internal sealed class SunshineError(int status, string code, params IReadOnlyList<string> titles) : Exception(string.Join(" ", titles))
{
    private SunshineError(string code, params IReadOnlyList<string> titles)
        : this(SunshineStatus.Of(code), code, titles)
    {
    }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static SunshineError BadRequest(params IReadOnlyList<string> titles) => new(SunshineCode.BadRequest, titles);

    public static SunshineError Unauthorized() => new(SunshineCode.Unauthorized, "The request carries no valid credentials of this app.");

    public static SunshineError NotFound() => new(SunshineCode.NotFound, "There is nothing at this path.");

    public static SunshineError ResourceNotFound() => new(SunshineCode.NotFound, "Resource not found");

    public static SunshineError Locked(string title) => new(SunshineCode.Locked, title);

    public static SunshineError AppNotFound() => new(SunshineCode.AppNotFound, "App not found");

    public static SunshineError UserNotFound() => new(SunshineCode.UserNotFound, "User not found");

    public static SunshineError ConversationNotFound() => new(SunshineCode.ConversationNotFound, "Conversation not found");

    public static SunshineError TooManyRequests() => new(SunshineCode.TooManyRequests, "Too many requests at once.");

    public static SunshineError MethodNotAllowed(string method, IEnumerable<string> allowed) =>
        new(SunshineCode.MethodNotAllowed, $"{method} is not possible at this path.")
        {
            Headers = [new("Allow", string.Join(", ", allowed))],
        };

    public static SunshineError Of(Fault fault) => fault switch
    {
        Fault.Throttled => TooManyRequests(),
        Fault.Unavailable => new(SunshineCode.ServiceUnavailable, "Nothing is answered here for now; nothing was changed."),
        Fault.Planned planned => new(
            planned.Status ?? SunshineStatus.Of(planned.Code),
            planned.Code,
            $"The sandbox was told to answer {planned.Code}; nothing was changed."),
        _ => new(SunshineCode.InternalServerError, "Something went wrong on this side; nothing was changed."),
    };

    public Answer ToAnswer() => Answer.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("errors");
        foreach (var title in titles)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("title", title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }) with
    { Headers = Headers };
}
