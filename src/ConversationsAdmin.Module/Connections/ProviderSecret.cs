using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;
using ConversationsAdmin.Core.Connections;

namespace ConversationsAdmin.Module.Connections;

/// <summary>What a vault keeps under a name, as who signs in to a provider.</summary>
/// <param name="name">The name of the secret.</param>
/// <param name="value">What the vault keeps.</param>
internal sealed class ProviderSecret(string name, object value)
{
    private const string AccountSid = "AccountSid";
    private const string AuthToken = "AuthToken";
    private const string ApiKey = "ApiKey";
    private const string ApiSecret = "ApiSecret";
    private const string KeyId = "KeyId";
    private const string KeySecret = "KeySecret";

    private const string OfTwilio =
        "Twilio needs a PSCredential of an account SID with its auth token, or of an API key SID with its secret; "
        + $"or a hashtable of {AccountSid} and {AuthToken}, or of {AccountSid}, {ApiKey} and {ApiSecret}. -AccountSid may stand for that of the secret.";

    private const string OfTelnyx = "Telnyx needs a SecureString or a string that is the API key, or a PSCredential with the API key as the password.";

    private const string OfSunshine = $"Sunshine needs a PSCredential of the id of a key with its secret, or a hashtable of {KeyId} and {KeySecret}.";

    /// <exception cref="SecretException">It is no such secret.</exception>
    internal TwilioCredential ToTwilio(string? accountSid) => Checked(OfTwilio, () => value switch
    {
        PSCredential credential => new TwilioCredential(credential.UserName, TextOf(credential.Password), accountSid),
        Hashtable table => ToTwilio(Members(table, OfTwilio, AccountSid, AuthToken, ApiKey, ApiSecret), accountSid),
        _ => throw OtherKind(OfTwilio),
    });

    /// <exception cref="SecretException">It is no such secret.</exception>
    internal TelnyxCredential ToTelnyx() => Checked(OfTelnyx, () => value switch
    {
        PSCredential credential => new TelnyxCredential(TextOf(credential.Password)),
        SecureString key => new TelnyxCredential(TextOf(key)),
        string key => new TelnyxCredential(key),
        _ => throw OtherKind(OfTelnyx),
    });

    /// <exception cref="SecretException">It is no such secret.</exception>
    internal SunshineCredential ToSunshine() => Checked(OfSunshine, () => value switch
    {
        PSCredential credential => SunshineCredential.OfKey(credential.UserName, TextOf(credential.Password)),
        Hashtable table => Members(table, OfSunshine, KeyId, KeySecret) is var members && members.TryGetValue(KeyId, out var id) && members.TryGetValue(KeySecret, out var secret)
            ? SunshineCredential.OfKey(id, secret)
            : throw Lacking(OfSunshine),
        _ => throw OtherKind(OfSunshine),
    });

    // As with the environment variables, the key goes before the token.
    private TwilioCredential ToTwilio(Dictionary<string, string> members, string? accountSid)
    {
        var account = members.GetValueOrDefault(AccountSid) ?? accountSid;
        if (accountSid is not null && account != accountSid)
        {
            // Not quoted: who mixed up the members would read the token here.
            throw new RequestArgumentException(AccountSid, $"its AccountSid is another than -AccountSid says ({accountSid}).");
        }

        return (account, members.GetValueOrDefault(AuthToken), members.GetValueOrDefault(ApiKey), members.GetValueOrDefault(ApiSecret)) switch
        {
            ({ }, _, { } key, { } secret) => new TwilioCredential(key, secret, account),
            ({ }, { } token, null, null) => new TwilioCredential(account, token, account),
            _ => throw Lacking(OfTwilio),
        };
    }

    private T Checked<T>(string expected, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RequestArgumentException exception)
        {
            throw Unsuitable($"can't be signed in with: {exception.Message}", expected);
        }
    }

    // A member's name is not repeated: who confuses names and values would see the secret.
    private Dictionary<string, string> Members(Hashtable table, string expected, params string[] known)
    {
        var members = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry member in table)
        {
            if (member.Key is not string key || !known.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                throw Unsuitable("is a hashtable with a member that is none of those", expected);
            }

            members[key] = TextOf(member.Value) ?? throw Unsuitable($"is a hashtable whose {key} is {KindOf(member.Value)}, not a SecureString or a string", expected);
        }

        return members;
    }

    private SecretException Lacking(string expected) => Unsuitable("is a hashtable that lacks some of it", expected);

    private SecretException OtherKind(string expected) => Unsuitable($"is {KindOf(value)}", expected);

    private SecretException Unsuitable(string what, string expected) =>
        new("UnsuitableSecret", ErrorCategory.InvalidData, $"The secret '{name}' {what}. {expected}");

    private static string KindOf(object? value) => value switch
    {
        null => "null",
        PSObject wrapped => KindOf(wrapped.BaseObject),
        object[] parts => $"a list of {parts[0].GetType().Name}",
        _ => $"a {value.GetType().Name}",
    };

    private static string TextOf(SecureString secret) => new NetworkCredential("", secret).Password;

    private static string? TextOf(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        SecureString secret => TextOf(secret),
        string text => text,
        _ => null,
    };
}
