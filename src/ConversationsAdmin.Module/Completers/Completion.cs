using System.Management.Automation;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Turns words into what the shell offers, quoted where they need it.</summary>
internal static class Completion
{
    internal static IEnumerable<CompletionResult> Of(IEnumerable<(string Word, string ToolTip)> words, string begun)
    {
        var start = begun.Trim('\'', '"');
        return words
            .Where(word => word.Word.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Select(word => new CompletionResult(Quote(word.Word), word.Word, CompletionResultType.ParameterValue, word.ToolTip));
    }

    private static string Quote(string word) =>
        word.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.')
            ? word
            : $"'{word.Replace("'", "''", StringComparison.Ordinal)}'";
}
