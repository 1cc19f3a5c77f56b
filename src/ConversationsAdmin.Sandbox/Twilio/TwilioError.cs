using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>A refusal in the provider's terms: HTTP status and error code are the provider's, the wording is ours.</summary>
internal sealed class TwilioError(int status, int code, string message) : Exception(message)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static TwilioError BadParameter(string message) => new(400, TwilioCode.BadParameter, message);

    public static TwilioError NotFound(string path) => new(404, TwilioCode.NotFound, $"There is nothing at {path}.");

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
}
