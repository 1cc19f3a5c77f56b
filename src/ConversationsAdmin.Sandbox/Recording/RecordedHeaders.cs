using System.Net.Http.Headers;

namespace ConversationsAdmin.Sandbox.Recording;

internal static class RecordedHeaders
{
    public static Dictionary<string, string> From(HttpRequestMessage request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(headers, request.Headers.NonValidated);
        if (request.Content is not null)
            Add(headers, request.Content.Headers.NonValidated);
        return headers;
    }

    private static void Add(Dictionary<string, string> headers, HttpHeadersNonValidated received)
    {
        foreach (var (name, values) in received)
        {
            var value = values.ToString();
            headers[name] = name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? SchemeOf(value) : value;
        }
    }

    // Without a space the whole value may be the secret.
    private static string SchemeOf(string authorization) =>
        authorization.IndexOf(' ') is > 0 and var end ? authorization[..end] : "";
}
