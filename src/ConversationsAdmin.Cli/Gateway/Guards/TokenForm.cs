using System.Text.RegularExpressions;

namespace ConversationsAdmin.Cli.Gateway.Guards;

/// <summary>What a token must look like: long enough that nobody guesses it, and as RFC 6750 writes tokens.</summary>
internal static partial class TokenForm
{
    /// <summary>The token, if it is one.</summary>
    /// <param name="token">The token, which no message shows.</param>
    /// <param name="place">Where it stands.</param>
    /// <exception cref="RequestArgumentException">It is none.</exception>
    internal static string Checked(string token, string place) => Form().IsMatch(token)
        ? token
        : throw new RequestArgumentException(
            place,
            $"{place}: a token has 32 to 512 letters, digits or -._~+/ and may end in =. Make one with: openssl rand -hex 32");

    [GeneratedRegex(@"\A(?=.{32,512}\z)[A-Za-z0-9._~+/-]+=*\z")]
    private static partial Regex Form();
}
