using System.Text.RegularExpressions;
using RestSharp.Authenticators;
using RestSharp.Authenticators.OAuth2;

namespace ConversationsAdmin.Core.Connections;

/// <summary>Who signs in to Sunshine Conversations: a key's id with its secret, or a token that was signed with one.</summary>
public sealed partial class SunshineCredential
{
    private SunshineCredential(string? keyId, IAuthenticator authenticator)
    {
        KeyId = keyId;
        Authenticator = authenticator;
    }

    /// <summary>The id of the key; null for a token.</summary>
    public string? KeyId { get; }

    internal IAuthenticator Authenticator { get; }

    /// <summary>Checks and keeps a key.</summary>
    /// <param name="keyId">The key's id, such as <c>app_5d8c...</c>.</param>
    /// <param name="secret">The key's secret.</param>
    /// <exception cref="RequestArgumentException">One of them is blank, or can't be one.</exception>
    public static SunshineCredential OfKey(string keyId, string secret)
    {
        if (string.IsNullOrWhiteSpace(keyId) || keyId.Contains(':', StringComparison.Ordinal))
        {
            throw new RequestArgumentException("Credential", "The user name is no id of a key. Give the id that the key has in the admin center, such as app_ and 24 digits.");
        }

        return string.IsNullOrWhiteSpace(secret)
            ? throw new RequestArgumentException("Credential", "The password is blank. Give the secret of the key.")
            : new SunshineCredential(keyId, new HttpBasicAuthenticator(keyId, secret));
    }

    /// <summary>Checks and keeps a token.</summary>
    /// <param name="token">A JSON web token, signed with the secret of a key.</param>
    /// <exception cref="RequestArgumentException">It is no such token.</exception>
    public static SunshineCredential OfToken(string token) => WebToken().IsMatch(token)
        ? new SunshineCredential(keyId: null, new OAuth2AuthorizationRequestHeaderAuthenticator(token, "Bearer"))
        : throw new RequestArgumentException("Token", "The token is no JSON web token: three parts of letters and digits with dots between them.");

    /// <summary>Who signs in, without the secret.</summary>
    public override string ToString() => KeyId ?? "a token";

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\z")]
    private static partial Regex WebToken();
}
