using System.Globalization;
using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Telnyx.Errors;

/// <summary>What the platform in front of the conversations refuses, with one of its codes.</summary>
internal sealed class PlatformError(int code, string detail, int? status = null) : Refusal(detail)
{
    public static PlatformError Of(Fault fault) => fault switch
    {
        Fault.Throttled => TooManyRequests(),
        Fault.Unavailable => new(TelnyxCode.UnexpectedError, "Nothing is answered here for now; nothing was changed.", 503),
        Fault.Planned planned => Planned(int.Parse(planned.Code, CultureInfo.InvariantCulture), planned.Status),
        _ => new(TelnyxCode.UnexpectedError, "Something went wrong on this side; nothing was changed."),
    };

    public static PlatformError TooManyRequests() =>
        new(TelnyxCode.TooManyRequests, "That was one request too many for now; nothing was changed.");

    public override Answer ToAnswer() => Answer.Json(status ?? TelnyxCode.StatusOf(code), json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("code", code.ToString(CultureInfo.InvariantCulture));
        json.WriteString("title", TelnyxCode.TitleOf(code));
        json.WriteString("detail", Message);
        json.WriteStartObject("meta");
        json.WriteString("url", $"https://developers.telnyx.com/docs/overview/errors/{code}");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static PlatformError Planned(int code, int? status) =>
        new(code, $"The sandbox was told to answer {code}; nothing was changed.", status);
}
