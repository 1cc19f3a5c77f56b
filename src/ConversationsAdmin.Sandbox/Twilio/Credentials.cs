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
        var given = BasicAuthorization.Pair(request.Header("Authorization"));
        if (given != $"{AccountSid}:{AuthToken}" && given != $"{ApiKeySid}:{ApiKeySecret}")
            throw new TwilioError(401, TwilioCode.NotAuthenticated, "The user name and password are not those of this account.")
            {
                Headers = [Challenge],
            };
    }
}
