using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

[Collection(nameof(EnvironmentTests))]
public sealed class ProxyTests
{
    [Fact]
    public async Task What_is_meant_for_this_machine_does_not_go_to_a_proxy()
    {
        using var proxy = WireServer.Answering(WireAnswer.Json(200, "{}"));
        using var server = WireServer.Answering(WireAnswer.Json(200, "{}"));
        var before = Environment.GetEnvironmentVariable("http_proxy");
        Environment.SetEnvironmentVariable("http_proxy", proxy.Address.ToString());
        try
        {
            using var session = Connect.To(server);
            await session.SendAsync(Requests.ForMethod("GET"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("http_proxy", before);
        }

        Assert.Empty(proxy.Requests);
        Assert.Single(server.Requests);
    }
}
