using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class RedirectTests
{
    public static TheoryData<string, int> Redirects()
    {
        var redirects = new TheoryData<string, int>();
        foreach (var method in new[] { "GET", "POST", "DELETE" })
        {
            foreach (var status in new[] { 300, 301, 302, 303, 307, 308 })
            {
                redirects.Add(method, status);
            }
        }

        return redirects;
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_redirect_takes_neither_request_nor_credentials_elsewhere(string method, int status)
    {
        using var elsewhere = WireServer.Answering(WireAnswer.Json(200, "{}"));
        using var server = WireServer.Answering(WireAnswer.Empty(status, $"Location: {elsewhere.Address}v1/Services"));
        using var session = Connect.To(server);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.SendAsync(Requests.ForMethod(method)));
        Assert.Equal("UnexpectedResponse", failure.ErrorId);
        Assert.Contains("redirect", failure.Message);
        Assert.Empty(elsewhere.Requests);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_redirect_on_the_same_host_is_not_followed_either()
    {
        using var server = WireServer.Answering(WireAnswer.Empty(308, "Location: /v1/Services"), WireAnswer.Empty(204));
        using var session = Connect.To(server);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.SendAsync(Requests.ForMethod("DELETE")));
        Assert.Single(server.Requests);
    }
}
