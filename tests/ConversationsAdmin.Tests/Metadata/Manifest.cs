using System.Text.RegularExpressions;

namespace ConversationsAdmin.Tests.Metadata;

/// <summary>The module's manifest, read as text because these tests run without PowerShell.</summary>
internal static partial class Manifest
{
    public static string Text { get; } = Repository.Read("ConversationsAdmin.psd1");

    public static IEnumerable<string> List(string key) =>
        Quoted().Matches(Regex.Match(Text, $@"{key}\s*=\s*@\(([^)]*)\)").Groups[1].Value).Select(match => match.Groups[1].Value);

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
