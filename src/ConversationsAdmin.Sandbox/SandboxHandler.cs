namespace ConversationsAdmin.Sandbox;

internal sealed class SandboxHandler(SandboxServer server) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        server.SendAsync(request, cancellationToken);
}
