using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Sunshine;

internal sealed class SunshineCredentials
{
    private const string BearerScheme = "Bearer ";
    private static readonly string[] Scopes = ["app", "account", "integration"];

    public SunshineCredentials(int seed)
    {
        var random = new SeededRandom(seed, RandomStream.SunshineCredentials);
        AppId = SunshineId.Next(random);
        KeyId = "app_" + SunshineId.Next(random);
        KeySecret = random.Hex32() + random.Hex32();
    }

    public string AppId { get; }

    public string KeyId { get; }

    public string KeySecret { get; }

    public void Demand(IncomingRequest request, DateTimeOffset now)
    {
        var authorization = request.Header("Authorization");
        if (BasicAuthorization.Pair(authorization) != $"{KeyId}:{KeySecret}" && !IsSigned(authorization, now))
            throw SunshineError.Unauthorized();
    }

    private bool IsSigned(string? authorization, DateTimeOffset now) =>
        authorization is not null
        && authorization.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase)
        && JsonWebToken.Parse(authorization[BearerScheme.Length..].Trim()) is { } token
        && token.KeyId == KeyId
        && token.IsSignedWith(KeySecret)
        && token.IsValidAt(now)
        && Scopes.Contains(token.Scope);
}
