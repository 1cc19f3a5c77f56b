using System.Globalization;
using System.Text;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>
/// Finds a name in texts, upper and lower case alike, as a word of its own: not in a longer word, and not where a dot, an at sign, a plus
/// or a hyphen joins it to another.
/// </summary>
/// <param name="name">The name, which is not blank.</param>
internal sealed class NameSearch(string name)
{
    private readonly bool beginsWithWord = IsWord(First(name));
    private readonly bool endsWithWord = IsWord(Last(name));

    /// <summary>How a text names it.</summary>
    internal Mention Find(string? text) =>
        text is null ? Mention.None : Places(text).Aggregate(Mention.None, (found, place) => found | place.Mention);

    /// <summary>The text with something else in place of the name.</summary>
    internal string Replace(string text, string replacement)
    {
        var replaced = new StringBuilder();
        var end = 0;
        foreach (var (start, _) in Places(text).Where(place => place.Mention == Mention.Whole))
        {
            replaced.Append(text, end, start - end).Append(replacement);
            end = start + name.Length;
        }

        return replaced.Append(text, end, text.Length - end).ToString();
    }

    private IEnumerable<(int Start, Mention Mention)> Places(string text)
    {
        var next = 0;
        while (text.IndexOf(name, next, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            var mention = MentionAt(text, start);
            next = start + (mention == Mention.Whole ? name.Length : 1);
            yield return (start, mention);
        }
    }

    private Mention MentionAt(string text, int start)
    {
        var before = beginsWithWord ? text.AsSpan(0, start) : [];
        var after = endsWithWord ? text.AsSpan(start + name.Length) : [];
        return IsWord(Last(before)) || IsWord(First(after)) ? Mention.None
            : IsJoined(Last(before), Last(Without(before))) || IsJoined(First(after), First(after.IsEmpty ? after : after[1..])) ? Mention.Part
            : Mention.Whole;
    }

    private static ReadOnlySpan<char> Without(ReadOnlySpan<char> text) => text.IsEmpty ? text : text[..^1];

    private static bool IsJoined(Rune joint, Rune beyond) => joint.Value is '.' or '@' or '+' or '-' && IsWord(beyond);

    private static Rune First(ReadOnlySpan<char> text) => Rune.DecodeFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : default;

    private static Rune Last(ReadOnlySpan<char> text) => Rune.DecodeLastFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : default;

    private static bool IsWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
