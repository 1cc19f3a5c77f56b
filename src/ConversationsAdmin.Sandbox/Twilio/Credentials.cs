using System.Text;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Twilio;

internal sealed class Credentials
{
    private static readonly KeyValuePair<string, string> Challenge = new("WWW-Authenticate", "Basic realm=\"Twilio API\"");

    public Credentials(int seed)
    {
        var random = new SeededRandom(seed, RandomStream.Credentials);
        AccountSid = random.Hex32("AC");
        AuthToken = random.Hex32();
        ApiKeySid = random.Hex32("SK");
        ApiKeySecret = random.Hex32();
    }

    public string AccountSid { get; }

    public string AuthToken { get; }

    public string ApiKeySid { get; }

    public string ApiKeySecret { get; }

    public void Demand(IncomingRequest request)
    {
        var given = BasicPair(request.Header("Authorization"));
        if (given != $"{AccountSid}:{AuthToken}" && given != $"{ApiKeySid}:{ApiKeySecret}")
            throw new TwilioError(401, TwilioCode.NotAuthenticated, "The user name and password are not those of this account.")
            {
                Headers = [Challenge],
            };
    }

    private static string? BasicPair(string? authorization)
    {
        const string scheme = "Basic ";
        if (authorization is null || !authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization[scheme.Length..].Trim(), bytes, out var count)
            ? Encoding.UTF8.GetString(bytes, 0, count)
            : null;
    }
}
