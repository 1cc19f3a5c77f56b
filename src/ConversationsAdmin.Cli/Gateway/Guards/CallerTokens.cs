using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ConversationsAdmin.Cli.Gateway.Guards;

/// <summary>The tokens by which callers are known. Only their hashes are kept.</summary>
internal sealed class CallerTokens
{
    /// <summary>The environment variable that holds a token.</summary>
    internal const string EnvironmentName = "CONV_SERVE_TOKEN";

    private const string OnlyCaller = "caller";
    private const int BytesOfMade = 32;

    private readonly IReadOnlyList<(string Name, byte[] Hash)> callers;

    private CallerTokens(IEnumerable<(string Name, string Token)> callers) => this.callers = [.. callers.Select(caller => (caller.Name, HashOf(caller.Token)))];

    /// <summary>The token that was made because none was given; null when one was.</summary>
    internal string? Made { get; private init; }

    /// <summary>Reads the tokens: from the file if there is one, else from the environment; else makes one.</summary>
    /// <param name="file">The file; null for none.</param>
    /// <exception cref="RequestArgumentException">The file or a token is not what it should be.</exception>
    internal static CallerTokens Read(string? file)
    {
        if (file is not null)
        {
            return new CallerTokens(TokenFile.Read(file));
        }

        if (Environment.GetEnvironmentVariable(EnvironmentName) is { Length: > 0 } given)
        {
            return new CallerTokens([(OnlyCaller, TokenForm.Checked(given, EnvironmentName))]);
        }

        var made = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(BytesOfMade));
        return new CallerTokens([(OnlyCaller, made)]) { Made = made };
    }

    /// <summary>Whose token it is; null when nobody's. It takes equally long for every token.</summary>
    internal string? CallerOf(string token)
    {
        var hash = HashOf(token);
        string? found = null;
        foreach (var (name, known) in callers)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, known))
            {
                found = name;
            }
        }

        return found;
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
