namespace ConversationsAdmin.Core.Connections;

/// <summary>The environment variables that Twilio's own tools read.</summary>
public static class TwilioEnvironment
{
    /// <summary>The region, such as <c>ie1</c>; null for the default.</summary>
    public static string? Region => EnvironmentValue.Of("TWILIO_REGION");

    /// <summary>The edge, such as <c>dublin</c>; null for the default.</summary>
    public static string? Edge => EnvironmentValue.Of("TWILIO_EDGE");

    /// <summary>Who signs in: the API key when there is one, the account otherwise.</summary>
    /// <exception cref="RequestArgumentException">The variables are missing, or do not fit together.</exception>
    public static TwilioCredential ReadCredential()
    {
        var account = EnvironmentValue.Of("TWILIO_ACCOUNT_SID");
        return (EnvironmentValue.Of("TWILIO_API_KEY"), EnvironmentValue.Of("TWILIO_API_SECRET"), account, EnvironmentValue.Of("TWILIO_AUTH_TOKEN")) switch
        {
            ({ } key, { } secret, _, _) => new TwilioCredential(key, secret, account),
            ({ }, null, _, _) => throw Missing("TWILIO_API_KEY is set, but TWILIO_API_SECRET is not."),
            (null, { }, _, _) => throw Missing("TWILIO_API_SECRET is set, but TWILIO_API_KEY is not."),
            (_, _, { }, { } token) => new TwilioCredential(account, token, account),
            (_, _, { }, null) => throw Missing("TWILIO_ACCOUNT_SID is set, but neither TWILIO_AUTH_TOKEN nor TWILIO_API_KEY with TWILIO_API_SECRET is."),
            _ => throw Missing(
                "No credential was given, and the environment has none. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or TWILIO_ACCOUNT_SID, TWILIO_API_KEY and TWILIO_API_SECRET."),
        };
    }

    private static RequestArgumentException Missing(string message) => new("Credential", message);
}
