using System.Net;

namespace ConversationsAdmin.Core.Http;

/// <summary>
/// Reads the body of each answer to its end before it lets the answer through: while the time of the request still runs, so that a body that stops
/// in the middle ends as a time-out, and one that breaks off as a lost connection.
/// </summary>
internal sealed class WholeBody(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The body of an answer that came through here.</summary>
    internal static BodyBuffer Of(HttpResponseMessage response) => ((ReadContent)response.Content).Body;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            using var onTheWay = response.Content;
            response.Content = new ReadContent(await BodyBuffer.ReadAsync(onTheWay, cancellationToken).ConfigureAwait(false));
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private sealed class ReadContent(BodyBuffer body) : HttpContent
    {
        internal BodyBuffer Body => body;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(body.Memory).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = body.Memory.Length;
            return true;
        }
    }
}
