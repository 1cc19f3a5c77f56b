using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>What is said of a creation whose answer never came: the next one must not make it a second time.</summary>
public sealed class LostCreationTests
{
    [Fact]
    public async Task The_key_that_was_sent_is_told_so_that_it_can_be_given_again()
    {
        using var server = new WireServer(_ => WireAnswer.Reset);
        var failure = await FailureAsync(server, Api.Telnyx);
        var key = server.Requests[0].Headers["Idempotency-Key"];
        Assert.All(server.Requests, request => Assert.Equal(key, request.Headers["Idempotency-Key"]));
        Assert.Contains($"-IdempotencyKey {key}", failure.Message);
        Assert.Contains("look before you repeat it", failure.Message);
    }

    [Theory]
    [InlineData(Api.TwilioProxy)]
    [InlineData(Api.Sunshine)]
    public async Task Without_a_key_the_only_way_is_to_look(Api api)
    {
        using var server = new WireServer(_ => WireAnswer.Reset);
        var failure = await FailureAsync(server, api);
        Assert.Single(server.Requests);
        Assert.Contains("look before you repeat it", failure.Message);
        Assert.DoesNotContain("Run the same command again", failure.Message);
    }

    private static async Task<ProviderConnectionException> FailureAsync(WireServer server, Api api)
    {
        using var session = ProviderSessions.To(api, server.Address);
        return await Assert.ThrowsAsync<ProviderConnectionException>(
            () => session.Client.SendAsync(ProviderSessions.RequestOf(api, "POST"), null, CancellationToken.None));
    }
}
