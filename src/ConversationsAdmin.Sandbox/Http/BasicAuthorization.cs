using System.Text;

namespace ConversationsAdmin.Sandbox.Http;

internal static class BasicAuthorization
{
    /// <summary>The user name and password, with the colon between them, or null when the header is no such pair.</summary>
    public static string? Pair(string? authorization)
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
