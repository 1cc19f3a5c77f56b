using System.Globalization;

namespace ConversationsAdmin.Sandbox.Sunshine;

internal static class SunshineDate
{
    public static string Text(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
