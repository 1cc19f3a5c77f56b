using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>A token that a caller signs with the secret of a key, as RFC 7519 says.</summary>
internal sealed record JsonWebToken(string Signed, byte[] Signature, string? Algorithm, string? KeyId, string? Scope, JsonElement? Expiry)
{
    /// <summary>Reads a token without looking at its signature, or gives null when it is none.</summary>
    public static JsonWebToken? Parse(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            return null;
        try
        {
            var (header, claims) = (ParseObject(parts[0]), ParseObject(parts[1]));
            return new JsonWebToken(
                $"{parts[0]}.{parts[1]}",
                Decode(parts[2]),
                Text(header, "alg"),
                Text(header, "kid"),
                Text(claims, "scope"),
                claims.TryGetProperty("exp", out var expiry) ? expiry : null);
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public bool IsSignedWith(string secret)
    {
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Signed));
        return Algorithm == "HS256" && CryptographicOperations.FixedTimeEquals(expected, Signature);
    }

    /// <summary>Whether the token has not expired; one that names no end never does.</summary>
    public bool IsValidAt(DateTimeOffset now) =>
        Expiry is not { } end || (end.ValueKind == JsonValueKind.Number && end.GetDouble() > now.ToUnixTimeMilliseconds() / 1000.0);

    private static string? Text(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement ParseObject(string part) =>
        JsonSerializer.Deserialize<JsonElement>(Decode(part)) is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw new FormatException();

    private static byte[] Decode(string part)
    {
        var base64 = part.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }
}
