using System.Net;

namespace ConversationsAdmin.Sandbox.Http;

internal static class UrlEncodedPairs
{
    public static IEnumerable<KeyValuePair<string, string>> Parse(string text)
    {
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? "" : pair[(equals + 1)..];
            yield return new(WebUtility.UrlDecode(name), WebUtility.UrlDecode(value));
        }
    }
}
