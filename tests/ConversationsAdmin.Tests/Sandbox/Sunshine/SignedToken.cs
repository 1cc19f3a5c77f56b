using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

internal static class SignedToken
{
    public static AuthenticationHeaderValue Of(string header, string claims, string secret)
    {
        var signed = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed));
        return new AuthenticationHeaderValue("Bearer", $"{signed}.{Encode(signature)}");
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
