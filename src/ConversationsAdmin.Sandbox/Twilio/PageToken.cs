using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SortKey = ConversationsAdmin.Sandbox.Data.SortKey;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>A place in one list. It carries a mark of that list, path and filters included, so that no other list takes it.</summary>
internal sealed record PageToken(bool Backwards, SortKey? Key, int Offset)
{
    public static string MarkOf(string list) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(list)), 0, 6);

    public string Text(string mark)
    {
        var direction = Backwards ? "before" : "after";
        var place = Key is { } key
            ? string.Create(CultureInfo.InvariantCulture, $"item|{key.Created.UtcTicks}|{key.Sid}")
            : string.Create(CultureInfo.InvariantCulture, $"offset|{Offset}|");
        var bytes = Encoding.UTF8.GetBytes($"{mark}|{direction}|{place}");
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    public static PageToken Parse(string text, string mark, PageTokenStyle style)
    {
        var parts = Decode(text).Split('|');
        if (parts.Length != 5 || parts[0] != mark || parts[1] is not ("before" or "after"))
            throw Refused();
        var backwards = parts[1] == "before";
        var isNumber = long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (style == PageTokenStyle.Cursor && parts[2] == "item" && isNumber && number <= DateTimeOffset.MaxValue.UtcTicks)
            return new PageToken(backwards, new SortKey(new DateTimeOffset(number, TimeSpan.Zero), parts[4]), 0);
        if (style == PageTokenStyle.Offset && parts[2] == "offset" && isNumber && number <= int.MaxValue)
            return new PageToken(backwards, null, (int)number);
        throw Refused();
    }

    private static string Decode(string text)
    {
        var base64 = text.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var count)
            ? Encoding.UTF8.GetString(bytes, 0, count)
            : throw Refused();
    }

    private static TwilioError Refused() => TwilioError.BadParameter("PageToken is not one that this list gave.");
}
