namespace ConversationsAdmin.Core.Connections;

/// <summary>The environment variables for Sunshine Conversations.</summary>
public static class SunshineEnvironment
{
    private const string KeyId = "SUNSHINE_KEY_ID";
    private const string KeySecret = "SUNSHINE_KEY_SECRET";

    /// <summary>The app, from <c>SUNSHINE_APP_ID</c>; null when there is none.</summary>
    public static string? AppId => EnvironmentValue.Of("SUNSHINE_APP_ID");

    /// <summary>Who signs in.</summary>
    /// <exception cref="RequestArgumentException">A variable is missing, or can't be what it should be.</exception>
    public static SunshineCredential ReadCredential() => (EnvironmentValue.Of(KeyId), EnvironmentValue.Of(KeySecret)) switch
    {
        ({ } id, { } secret) => SunshineCredential.OfKey(id, secret),
        ({ }, null) => throw Missing($"{KeyId} is set, but {KeySecret} is not."),
        (null, { }) => throw Missing($"{KeySecret} is set, but {KeyId} is not."),
        _ => throw Missing($"No credential was given, and the environment has none. Give -Credential or -Token, or set {KeyId} and {KeySecret}."),
    };

    private static RequestArgumentException Missing(string message) => new("Credential", message);
}
