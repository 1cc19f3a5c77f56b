using System.Globalization;

namespace ConversationsAdmin.Sandbox.Settings;

internal static class SettingValue
{
    public static object? Read(string name, Type declared, object? value)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (value is null && type != declared)
            return null;
        return FromObject(type, value)
            ?? throw new ArgumentException($"The sandbox setting {name} takes {Expected(type)}, not '{value}'.");
    }

    private static object? FromObject(Type type, object? value) => value switch
    {
        null => null,
        string text => FromText(type, text.Trim()),
        _ when type.IsInstanceOfType(value) => value,
        int whole when type == typeof(string) => whole.ToString(CultureInfo.InvariantCulture),
        int whole when type == typeof(double) => (double)whole,
        long whole when type == typeof(int) && whole is >= int.MinValue and <= int.MaxValue => (int)whole,
        decimal number when type == typeof(double) => (double)number,
        float number when type == typeof(double) => (double)number,
        DateTime date when type == typeof(DateTimeOffset) => new DateTimeOffset(date),
        _ => null,
    };

    private static object? FromText(Type type, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (type == typeof(string))
            return text;
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var whole) ? whole : null;
        if (type == typeof(double))
            return double.TryParse(text, NumberStyles.Float, culture, out var number) ? number : null;
        if (type == typeof(bool))
            return bool.TryParse(text, out var yes) ? yes : null;
        if (type == typeof(TimeSpan))
            return Duration(text);
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
        var isName = text.Length > 0 && char.IsLetter(text[0]);
        return isName && Enum.TryParse(type, text, ignoreCase: true, out var choice) ? choice : null;
    }

    private static object? Duration(string text)
    {
        if (Iso8601Duration.TryParse(text, out var duration))
            return duration;
        // A bare number would be read as days, which nobody means by "5".
        return text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out duration) ? duration : null;
    }

    private static string Expected(Type type) => type switch
    {
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number such as 0.25",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a duration such as 00:00:00.050 or PT0.05S",
        _ when type == typeof(DateTimeOffset) => "a date such as 2026-01-31T12:00:00Z",
        _ => string.Join(" or ", Enum.GetNames(type)),
    };
}
