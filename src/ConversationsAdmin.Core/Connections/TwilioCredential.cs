using ConversationsAdmin.Core.Operations;
using RestSharp.Authenticators;

namespace ConversationsAdmin.Core.Connections;

/// <summary>Who signs in to Twilio: an account with its auth token, or an API key of an account with its secret.</summary>
public sealed class TwilioCredential
{
    private readonly string secret;

    /// <summary>Checks and keeps a credential.</summary>
    /// <param name="userName">The account's SID, or that of an API key.</param>
    /// <param name="secret">The auth token, or the key's secret.</param>
    /// <param name="accountSid">The account; needed with an API key.</param>
    /// <exception cref="RequestArgumentException">Something is missing, or is not what it should be.</exception>
    public TwilioCredential(string userName, string secret, string? accountSid)
    {
        if (string.IsNullOrEmpty(secret))
        {
            throw new RequestArgumentException("Credential", "The password is blank. Give the auth token of the account, or the secret of the API key.");
        }

        UserName = userName;
        this.secret = secret;
        AccountSid = SidKind.Account.Matches(userName) ? OwnAccount(userName, accountSid)
            : SidKind.ApiKey.Matches(userName) ? AccountOfKey(accountSid)
            : throw new RequestArgumentException(
                "Credential",
                "The user name is neither an account SID (AC and 32 hexadecimal digits) nor an API key SID (SK and 32 hexadecimal digits).");
    }

    /// <summary>The account's SID, or that of the API key.</summary>
    public string UserName { get; }

    /// <summary>The account.</summary>
    public string AccountSid { get; }

    internal IAuthenticator Authenticator => new HttpBasicAuthenticator(UserName, secret);

    /// <summary>Who signs in, without the secret.</summary>
    public override string ToString() => UserName;

    private static string OwnAccount(string userName, string? accountSid) =>
        accountSid is null || accountSid == userName
            ? userName
            : throw new RequestArgumentException("AccountSid", $"The credential is that of {userName}, not of {accountSid}. A subaccount needs a credential of its own.");

    private static string AccountOfKey(string? accountSid) =>
        SidKind.Account.Matches(accountSid)
            ? accountSid!
            : throw new RequestArgumentException("AccountSid", "An API key does not tell its account. Give the account's SID too (-AccountSid, or TWILIO_ACCOUNT_SID).");
}
