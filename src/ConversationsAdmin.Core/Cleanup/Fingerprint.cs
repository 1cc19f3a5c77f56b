using System.Security.Cryptography;
using System.Text;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>A hash of what would show that a conversation was used or changed.</summary>
internal static class Fingerprint
{
    private const string Version = "1:";
    private const int HexDigits = 32;

    internal static string Of(CleanupCandidate candidate, CandidateDetails details)
    {
        var text = new StringBuilder();
        foreach (var value in candidate.Watched.Concat(details.Watched).Prepend(candidate.Identifier))
        {
            // The length keeps neighbours apart, and null from an empty text.
            text.Append(value is null ? "-" : $"{value.Length}:{value}").Append('\n');
        }

        return Version + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..HexDigits].ToLowerInvariant();
    }
}
