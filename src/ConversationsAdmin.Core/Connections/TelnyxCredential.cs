using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using RestSharp.Authenticators;
using RestSharp.Authenticators.OAuth2;

namespace ConversationsAdmin.Core.Connections;

/// <summary>Who signs in to Telnyx: a key of API v2.</summary>
public sealed partial class TelnyxCredential
{
    private readonly string key;

    /// <summary>Checks and keeps a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="RequestArgumentException">It can't be one.</exception>
    public TelnyxCredential(string key) => this.key = Token().IsMatch(key)
        ? key
        : throw new RequestArgumentException("ApiKey", "The API key is blank, or holds a character that no key has. Give a key of API v2, as the Telnyx portal shows it once.");

    /// <summary>Tells the key from others without telling the key: <c>key:</c> and 16 hexadecimal digits of its SHA-256.</summary>
    internal string Fingerprint => $"key:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8)).ToLowerInvariant()}";

    internal IAuthenticator Authenticator => new OAuth2AuthorizationRequestHeaderAuthenticator(key, "Bearer");

    // It becomes part of a header.
    [GeneratedRegex(@"^[A-Za-z0-9._~+/=-]+\z")]
    private static partial Regex Token();
}
