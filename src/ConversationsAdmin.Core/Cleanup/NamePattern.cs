using System.IO.Enumeration;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Names by wildcards.</summary>
internal static class NamePattern
{
    /// <summary>Whether one of the names is like one of the patterns. Without patterns every name is.</summary>
    internal static bool Matches(IReadOnlyList<string> patterns, IReadOnlyList<string?> names) =>
        patterns.Count == 0
        || patterns.Any(pattern => names.Any(name => IsLike(pattern, name)));

    // The file system knows no empty name, and so no pattern is like one there.
    private static bool IsLike(string pattern, string? name) =>
        string.IsNullOrEmpty(name) ? pattern.All(sign => sign == '*') : FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);
}
