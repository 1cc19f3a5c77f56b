using System.Globalization;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class TwilioDate
{
    // A date without an offset could mean any of 24 moments, so each form names its zone.
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static string Text(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset date)
    {
        date = default;
        if (text.Length < 20 || !(text.EndsWith('Z') || text[^6] is '+' or '-'))
            return false;
        if (!DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out date))
            return false;
        date = date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond));
        return true;
    }

    public static bool TryParseDay(string text, out DateTimeOffset midnight) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out midnight);
}
