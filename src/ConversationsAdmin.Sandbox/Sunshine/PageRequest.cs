using System.Globalization;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>The part of a user's list that a request asks for.</summary>
internal sealed record PageRequest(string? After, string? Before, int Size)
{
    public const string AfterField = "page[after]";
    public const string BeforeField = "page[before]";
    public const string SizeField = "page[size]";
    private const int LargestSize = 100;
    private const int UsualSize = 25;

    public static PageRequest Read(IReadOnlyDictionary<string, string> query, List<string> problems)
    {
        var (after, before) = (Cursor(query, AfterField, problems), Cursor(query, BeforeField, problems));
        if (after is not null && before is not null)
            problems.Add($"{AfterField} and {BeforeField} cannot be given together.");
        var size = UsualSize;
        if (query.TryGetValue(SizeField, out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > LargestSize))
            problems.Add($"{SizeField} takes a whole number from 1 to {LargestSize}.");
        return new PageRequest(after, before, size);
    }

    /// <summary>The indexes of the first conversation of the page and of the first one behind it.</summary>
    public (int Start, int End) Of(SunshineUser user, SunshineApp app)
    {
        if (Before is not null)
        {
            var end = user.IndexOf(NumberOf(Before, user, app));
            return (Math.Max(0, end - Size), end);
        }
        var start = After is null ? 0 : user.IndexOf(NumberOf(After, user, app) + 1);
        return (start, Math.Min(start + Size, user.Conversations.Count));
    }

    // What has been deleted keeps its place, so that a caller who deletes page by page misses nothing.
    private static int NumberOf(string cursor, SunshineUser user, SunshineApp app) =>
        app.Remembered(cursor) is { } record && record.Users.Contains(user)
            ? record.Number
            : throw SunshineError.BadRequest($"{cursor} is not the id of a record of this list.");

    private static string? Cursor(IReadOnlyDictionary<string, string> query, string field, List<string> problems)
    {
        if (!query.TryGetValue(field, out var cursor))
            return null;
        if (cursor.Length != SunshineId.Length)
            problems.Add($"{field} takes the id of a record, which has {SunshineId.Length} characters.");
        return cursor;
    }
}
