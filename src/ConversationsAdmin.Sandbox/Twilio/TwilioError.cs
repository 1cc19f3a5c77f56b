using System.Globalization;
using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>A refusal in the provider's terms: HTTP status and error code are the provider's, the wording is ours.</summary>
internal sealed class TwilioError(int status, int code, string message) : Exception(message)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static TwilioError BadParameter(string message) => new(400, TwilioCode.BadParameter, message);

    public static TwilioError NotFound(string path) => new(404, TwilioCode.NotFound, $"There is nothing at {path}.");

    public static TwilioError Of(Fault fault) => fault switch
    {
        Fault.Throttled => new(429, TwilioCode.TooManyRequests, "Too many requests at once."),
        Fault.Unavailable => new(503, TwilioCode.Unavailable, "Nothing is answered here for now; nothing was changed."),
        Fault.Planned planned => Planned(int.Parse(planned.Code, CultureInfo.InvariantCulture), planned.Status),
        _ => new(500, TwilioCode.InternalError, "Something went wrong on this side; nothing was changed."),
    };

    public Answer ToAnswer() => Answer.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("code", code);
        json.WriteString("message", Message);
        json.WriteString("more_info", $"https://www.twilio.com/docs/errors/{code}");
        json.WriteNumber("status", status);
        json.WriteEndObject();
    }) with
    { Headers = Headers };

    private static TwilioError Planned(int code, int? status) =>
        new(status ?? TwilioStatus.Of(code), code, $"The sandbox was told to answer {code}; nothing was changed.");
}
