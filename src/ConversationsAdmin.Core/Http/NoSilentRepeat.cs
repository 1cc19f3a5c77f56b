namespace ConversationsAdmin.Core.Http;

/// <summary>
/// Keeps the network handler from sending a change a second time by itself. It does so when a connection is closed before the answer begins
/// and the request has no content; with content, even none of it, it reports the loss, and whether to repeat is decided by the operation.
/// </summary>
internal sealed class NoSilentRepeat(HttpMessageHandler network) : DelegatingHandler(network)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
        {
            request.Content ??= new ByteArrayContent([]);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
