using System.Security.Cryptography;

namespace ConversationsAdmin.Core.Archives;

/// <summary>The SHA-256 of lines, each with its line feed.</summary>
internal sealed class LineHash
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal void Add(ReadOnlySpan<byte> line) => hash.AppendData(line);

    /// <summary>Of the lines until now; more may follow.</summary>
    internal string Current() => ToText(hash.GetCurrentHash());

    /// <summary>Of the lines until now; the next begins anew.</summary>
    internal string Take() => ToText(hash.GetHashAndReset());

    private static string ToText(byte[] value) => Convert.ToHexString(value).ToLowerInvariant();
}
