using System.Globalization;
using System.Text.RegularExpressions;

namespace ConversationsAdmin.Core.Operations;

/// <summary>Dates as ISO 8601 writes them. Any other form is guessed at, and 04.03. is a day in March to one and in April to another.</summary>
public static partial class IsoDate
{
    /// <summary>Reads a date. Without a zone it is UTC.</summary>
    /// <param name="text">The text, such as <c>2026-01-31</c> or <c>2026-01-31T08:00:00Z</c>.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(string text, out DateTimeOffset date)
    {
        date = default;
        return Form().IsMatch(text) && DateTimeOffset.TryParse(BeyondTicks().Replace(text, "$1"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?( ?Z| ?[+-]\d{2}:?\d{2})?)?\z")]
    private static partial Regex Form();

    // Others write billionths of a second, and the finest here are ten millionths.
    [GeneratedRegex(@"(\.\d{7})\d+")]
    private static partial Regex BeyondTicks();
}
