using System.Globalization;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>The part of a list that a request asks for.</summary>
internal sealed record PageRequest(string? After, string? Before, int Size)
{
    public const string AfterField = "page[after]";
    public const string BeforeField = "page[before]";
    public const string SizeField = "page[size]";
    private const int LargestSize = 100;
    private const int UsualSize = 25;

    public static readonly string[] Query = [AfterField, BeforeField, SizeField];

    /// <summary>Reads the page of a list that starts with its first one.</summary>
    public static PageRequest Read(IReadOnlyDictionary<string, string> query, List<string> problems)
    {
        var size = UsualSize;
        if (query.TryGetValue(SizeField, out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > LargestSize))
            problems.Add($"{SizeField} takes a whole number from 1 to {LargestSize}.");
        return ReadOfFixedSize(query, size, problems);
    }

    /// <summary>Reads the page of a list whose pages have one size, whatever is asked for.</summary>
    public static PageRequest ReadOfFixedSize(IReadOnlyDictionary<string, string> query, int size, List<string> problems)
    {
        var (after, before) = (Cursor(query, AfterField, problems), Cursor(query, BeforeField, problems));
        if (after is not null && before is not null)
            problems.Add($"{AfterField} and {BeforeField} cannot be given together.");
        return new PageRequest(after, before, size);
    }

    /// <summary>The page of a list of this many records, in which a cursor stands before one index and ends behind another.</summary>
    public CursorPage Of(int count, Func<string, (int Before, int Behind)> placeOf)
    {
        if (Before is not null)
        {
            var end = placeOf(Before).Before;
            return new CursorPage(Math.Max(0, end - Size), end, count, Backwards: true);
        }
        var start = After is null ? 0 : placeOf(After).Behind;
        return new CursorPage(start, Math.Min(start + Size, count), count, Backwards: false);
    }

    /// <summary>The same of a list that starts with its last page.</summary>
    public CursorPage FromEndOf(int count, Func<string, (int Before, int Behind)> placeOf) => After is null && Before is null
        ? new CursorPage(Math.Max(0, count - Size), count, count, Backwards: true)
        : Of(count, placeOf);

    public static SunshineError UnknownCursor(string cursor) => SunshineError.BadRequest($"{cursor} is not the id of a record of this list.");

    private static string? Cursor(IReadOnlyDictionary<string, string> query, string field, List<string> problems)
    {
        if (!query.TryGetValue(field, out var cursor))
            return null;
        if (cursor.Length != SunshineId.Length)
            problems.Add($"{field} takes the id of a record, which has {SunshineId.Length} characters.");
        return cursor;
    }
}
