using System.Text.RegularExpressions;

namespace ConversationsAdmin.Cli.Gateway.Guards;

/// <summary>A file with a caller's name and token on each line. Empty lines, and those that begin with #, are passed over.</summary>
internal static partial class TokenFile
{
    private const string Option = "--token-file";
    private const long LargestFile = 1024 * 1024;

    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Reads it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RequestArgumentException">It can't be read, others may read it, or a line is not what it should be.</exception>
    internal static IReadOnlyList<(string Name, string Token)> Read(string path)
    {
        var callers = new List<(string Name, string Token)>();
        foreach (var (number, line) in Lines(path).Index().Where(line => line.Item.Trim() is not ("" or ['#', ..])))
        {
            callers.Add(Parse(line, callers, $"line {number + 1} of {path}"));
        }

        return callers is [] ? throw Refuse($"{path} has no token. Give each caller a line with a name and a token.") : callers;
    }

    private static string[] Lines(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != 0)
            {
                throw Refuse($"others than its owner may use {path}. Take that from them with: chmod 600 {path}");
            }

            return new FileInfo(path).Length > LargestFile ? throw Refuse($"{path} is larger than 1 MiB, and so no file of tokens.") : File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refuse($"{path} can't be read: {exception.Message}");
        }
    }

    private static (string Name, string Token) Parse(string line, List<(string Name, string Token)> before, string place)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var name, var token] || !NameForm().IsMatch(name))
        {
            throw Refuse($"{place} is not a name of letters, digits or ._@-, a space, and a token.");
        }

        return before.Any(caller => caller.Name == name) ? throw Refuse($"{place} has the name {name} again. Give each caller one line.")
            : before.Any(caller => caller.Token == token) ? throw Refuse($"{place} has the token of another line. Give each caller its own.")
            : (name, TokenForm.Checked(token, $"{Option}, {place}"));
    }

    private static RequestArgumentException Refuse(string problem) => new(Option, $"{Option}: {problem}");

    [GeneratedRegex(@"\A[A-Za-z0-9._@-]{1,64}\z")]
    private static partial Regex NameForm();
}
