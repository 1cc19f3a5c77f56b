using System.Text.RegularExpressions;

namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>Sentences for callers that have no PowerShell.</summary>
internal static partial class ProgramText
{
    /// <summary>The text without the sentences that speak of cmdlets and their parameters.</summary>
    internal static string Of(string text) =>
        string.Join(' ', Sentences().Split(text).Where(sentence => !OfCmdlets().IsMatch(sentence))) is { Length: > 0 } rest ? rest : text;

    [GeneratedRegex(@"(?<=[.!?]\)?) (?=[A-Z(])")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(Add|Connect|Disconnect|Export|Find|Get|Invoke|New|Remove|Select|Set|Test)-[A-Z][a-z]+|(^|[ (])-[A-Z][A-Za-z]+\b")]
    private static partial Regex OfCmdlets();
}
