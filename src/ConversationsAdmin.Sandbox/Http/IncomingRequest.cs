using System.Net.Http.Headers;
using System.Text;

namespace ConversationsAdmin.Sandbox.Http;

internal sealed record IncomingRequest(
    string Method,
    string Host,
    string Path,
    string Query,
    HttpHeadersNonValidated Headers,
    MediaTypeHeaderValue? ContentType,
    string? Body)
{
    public static async Task<IncomingRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var uri = request.RequestUri!;
        string? body = null;
        if (request.Content is not null)
            body = Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        return new IncomingRequest(
            request.Method.Method,
            uri.Host,
            uri.AbsolutePath,
            uri.Query.TrimStart('?'),
            request.Headers.NonValidated,
            request.Content?.Headers.ContentType,
            body);
    }

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.ToString() : null;
}
