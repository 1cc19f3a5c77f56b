namespace ConversationsAdmin.Core.Connections;

/// <summary>The environment variable that Telnyx's own clients read.</summary>
public static class TelnyxEnvironment
{
    private const string ApiKey = "TELNYX_API_KEY";

    /// <summary>Who signs in.</summary>
    /// <exception cref="RequestArgumentException">The variable is missing, or can't be a key.</exception>
    public static TelnyxCredential ReadCredential() => new(
        EnvironmentValue.Of(ApiKey) ?? throw new RequestArgumentException("ApiKey", $"No API key was given, and the environment has none. Give -ApiKey, or set {ApiKey}."));
}
