namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>A pattern of SQL: % stands for any text, _ for one character, and a backslash takes that from what follows it.</summary>
internal sealed class LikePattern
{
    private readonly record struct Part(char Character, bool IsAnyText, bool IsAnyCharacter);

    private readonly Part[] parts;
    private readonly bool anyCase;

    public LikePattern(string pattern, bool anyCase)
    {
        this.anyCase = anyCase;
        // PostgREST replaces the stars before the database sees the pattern, so a star cannot be escaped.
        var sql = pattern.Replace('*', '%');
        var read = new List<Part>(sql.Length);
        for (var index = 0; index < sql.Length; index++)
        {
            var escaped = sql[index] == '\\';
            if (escaped && ++index == sql.Length)
                throw new FormatException("A pattern cannot end with a backslash.");
            read.Add(new Part(Folded(sql[index]), !escaped && sql[index] == '%', !escaped && sql[index] == '_'));
        }
        parts = [.. read];
    }

    public bool IsMatch(string text)
    {
        var (at, part) = (0, 0);
        var (retryAt, retryPart) = (0, -1);
        while (at < text.Length)
        {
            if (part < parts.Length && parts[part].IsAnyText)
            {
                (retryAt, retryPart) = (at, part++);
            }
            else if (part < parts.Length && (parts[part].IsAnyCharacter || parts[part].Character == Folded(text[at])))
            {
                at++;
                part++;
            }
            else if (retryPart >= 0)
            {
                // The last % takes one character more.
                (at, part) = (++retryAt, retryPart + 1);
            }
            else
            {
                return false;
            }
        }
        while (part < parts.Length && parts[part].IsAnyText)
            part++;
        return part == parts.Length;
    }

    private char Folded(char character) => anyCase ? char.ToUpperInvariant(character) : character;
}
