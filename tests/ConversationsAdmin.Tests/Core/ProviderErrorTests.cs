using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>The bodies of errors of Telnyx and Sunshine over a socket. Twilio has <see cref="ErrorTests"/>.</summary>
public sealed class ProviderErrorTests
{
    [Fact]
    public async Task Sunshine_tells_everything_that_is_wrong_at_once()
    {
        var failure = await RefusedAsync(Api.Sunshine, 400, """
            {"errors":[{"code":"bad_request","title":"displayName is too long."},{"code":"bad_request","title":"iconUrl is no URL"}]}
            """);
        Assert.Equal(("Sunshine.bad_request", "bad_request"), (failure.ErrorId, failure.ErrorCode));
        Assert.Equal("displayName is too long. iconUrl is no URL.", failure.ProviderMessage);
        Assert.Contains("Get-Help", failure.Message);
    }

    [Fact]
    public async Task Telnyx_tells_where_each_thing_is_wrong()
    {
        var failure = await RefusedAsync(Api.Telnyx, 422, """
            {"detail":[{"loc":["body","metadata","a",0],"msg":"Input should be a string","type":"string_type"},{"loc":["query","limit"],"msg":"too small","type":"x"}]}
            """);
        Assert.Equal(("Telnyx.422", null), (failure.ErrorId, failure.ErrorCode));
        Assert.Equal("Input should be a string (body.metadata.a.0). too small (query.limit).", failure.ProviderMessage);
    }

    [Fact]
    public async Task Telnyx_tells_its_platforms_errors_with_where_they_are()
    {
        var failure = await RefusedAsync(Api.Telnyx, 400, """
            {"errors":[
              {"code":"10015","title":"Bad Request","detail":"The limit is no number.","source":{"parameter":"limit"},"meta":{"url":"https://developers.telnyx.com/docs/overview/errors/10015"}},
              {"code":"10016","title":"Another","source":{"pointer":"/name"}}]}
            """);
        Assert.Equal(("Telnyx.10015", "10015"), (failure.ErrorId, failure.ErrorCode));
        Assert.Equal("The limit is no number (limit). Another (/name).", failure.ProviderMessage);
        Assert.EndsWith("/10015", failure.MoreInfo?.AbsoluteUri);
    }

    [Theory]
    [InlineData(Api.Telnyx, "{}")]
    [InlineData(Api.Telnyx, """{"detail":[]}""")]
    [InlineData(Api.Telnyx, """{"detail":null}""")]
    [InlineData(Api.Telnyx, """{"errors":[]}""")]
    [InlineData(Api.Telnyx, """{"errors":["oops"]}""")]
    [InlineData(Api.Telnyx, """{"errors":{"code":"10005"}}""")]
    [InlineData(Api.Telnyx, "<html>")]
    [InlineData(Api.Telnyx, "")]
    [InlineData(Api.Sunshine, "{}")]
    [InlineData(Api.Sunshine, """{"errors":[]}""")]
    [InlineData(Api.Sunshine, """{"errors":["oops"]}""")]
    [InlineData(Api.Sunshine, """{"errors":[{"title":"no code"}]}""")]
    [InlineData(Api.Sunshine, """{"error":{"code":"not_found"}}""")]
    [InlineData(Api.Sunshine, "<html>")]
    [InlineData(Api.Sunshine, "[1]")]
    public async Task A_404_that_is_not_in_the_providers_form_still_tells_its_status_and_says_nothing_of_the_resource(Api api, string body)
    {
        var failure = await RefusedAsync(api, 404, body);
        Assert.Equal(($"{api}.404", null, 404), (failure.ErrorId, failure.ErrorCode, failure.StatusCode));
        Assert.False(failure.IsNotFound);
    }

    [Theory]
    [InlineData(Api.Telnyx, """{"detail":"Conversation Not Found"}""")]
    [InlineData(Api.Telnyx, """{"errors":[{"code":"10005","title":"Resource not found"}]}""")]
    [InlineData(Api.Sunshine, """{"errors":[{"code":"conversation_not_found","title":"Conversation not found"}]}""")]
    public async Task A_404_in_the_providers_form_says_that_it_is_not_there(Api api, string body) =>
        Assert.True((await RefusedAsync(api, 404, body)).IsNotFound);

    [Theory]
    [InlineData(Api.Telnyx, "API v2")]
    [InlineData(Api.Sunshine, "secret")]
    public async Task A_401_without_a_word_says_what_to_check(Api api, string advice)
    {
        var failure = await RefusedAsync(api, 401, "");
        Assert.True(failure.IsAuthenticationFailure);
        Assert.Contains(advice, failure.Advice);
    }

    private static async Task<ProviderResponseException> RefusedAsync(Api api, int status, string body)
    {
        using var server = WireServer.Answering(WireAnswer.Json(status, body, "X-Request-Id: request-7"));
        using var session = ProviderSessions.To(api, server.Address);
        var failure = await Assert.ThrowsAsync<ProviderResponseException>(() => session.SendAsync(ProviderSessions.RequestOf(api, "GET")));
        Assert.Equal("request-7", failure.RequestId);
        return failure;
    }
}
