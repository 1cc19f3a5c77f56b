using System.Globalization;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>An age on the command line: a number of days or hours, such as <c>90d</c> or <c>36h</c>.</summary>
internal static class Age
{
    private const int MostDays = 36500;

    internal static TimeSpan? Parse(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MostDays)
        {
            return null;
        }

        return text[^1] switch
        {
            'd' => TimeSpan.FromDays(number),
            'h' => TimeSpan.FromHours(number),
            _ => null,
        };
    }
}
