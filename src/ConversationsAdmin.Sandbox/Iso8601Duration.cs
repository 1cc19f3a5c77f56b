using System.Text.RegularExpressions;
using System.Xml;

namespace ConversationsAdmin.Sandbox;

internal static partial class Iso8601Duration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (Weeks().Match(text) is { Success: true } weeks)
        {
            duration = TimeSpan.FromDays(7 * int.Parse(weeks.Groups[1].ValueSpan));
            return true;
        }
        if (!text.StartsWith('P'))
            return false;
        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception malformed) when (malformed is FormatException or OverflowException)
        {
            return false;
        }
    }

    [GeneratedRegex("^P([0-9]{1,5})W$", RegexOptions.CultureInvariant)]
    private static partial Regex Weeks();
}
