using System.Net;
using System.Text;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class RequestFormTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v2/Services")]
    [InlineData("/v1/Services/")]
    [InlineData("/v1/Services//Conversations")]
    public async Task An_unknown_path_is_not_found(string path)
    {
        using var client = SandboxClient.Empty();
        (await client.Get(path)).Refused(404, 20404);
    }

    [Fact]
    public async Task A_known_path_with_another_method_says_which_methods_it_has()
    {
        using var client = SandboxClient.Empty();
        var refusal = (await client.Delete(client.Conversations)).Refused(405, 20004);
        Assert.Equal("GET,POST", refusal.Headers["Allow"]);
    }

    [Fact]
    public async Task Deleting_with_an_empty_name_deletes_nothing()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var participant = await client.NewParticipant(conversation, ("Identity", "ana"));
        (await client.Delete(client.Conversations + "/")).Refused(404, 20404);
        (await client.Delete(client.Participants(conversation) + "/")).Refused(404, 20404);
        (await client.Delete($"{client.Service}//{conversation}")).Refused(404, 20404);
        (await client.Delete(client.Service + "/")).Refused(404, 20404);
        Assert.Equal([participant], (await client.Get(client.Participants(conversation))).Sids());
    }

    [Fact]
    public async Task A_json_body_is_refused_by_its_content_type()
    {
        using var client = SandboxClient.Empty();
        var answer = await client.Send(new HttpRequestMessage(HttpMethod.Post, client.Conversations)
        {
            Content = new StringContent("""{"FriendlyName":"x"}""", Encoding.UTF8, "application/json"),
        });
        Assert.Contains("application/json", answer.Refused(400, 20001).Message);
        Assert.Empty((await client.Get(client.Conversations)).Items());
    }

    [Theory]
    [InlineData("Limit", "5")]
    [InlineData("friendlyname", "x")]
    [InlineData("MessagingBinding.ProxyAddressFallback", "+12025552661")]
    public async Task An_undeclared_field_is_refused_by_name(string name, string value)
    {
        using var client = SandboxClient.Empty();
        Assert.Contains(name, (await client.Post(client.Conversations, (name, value))).Refused(400, 20001).Message);
    }

    [Fact]
    public async Task The_undocumented_fallback_proxy_is_refused_for_participants()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        (await client.Post(
            client.Participants(conversation),
            ("MessagingBinding.Address", "rcs:+15558675311"),
            ("MessagingBinding.ProxyAddress", "rcs:+15017122661"),
            ("MessagingBinding.ProxyAddressFallback", "+12025552661"))).Refused(400, 20001);
    }

    [Fact]
    public async Task A_repeated_field_is_refused()
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Conversations, ("FriendlyName", "a"), ("FriendlyName", "b"))).Refused(400, 20001);
    }

    [Theory]
    [InlineData("?Limit=5")]
    [InlineData("?PageSize=0")]
    [InlineData("?PageSize=101")]
    [InlineData("?PageSize=ten")]
    [InlineData("?PageSize=5&PageSize=5")]
    [InlineData("?State=open")]
    [InlineData("?StartDate=yesterday")]
    [InlineData("?EndDate=2026-02-30")]
    [InlineData("?StartDate=2026-01-01T00:00:00")]
    [InlineData("?Page=-1")]
    public async Task A_bad_query_is_refused(string query)
    {
        using var client = SandboxClient.Empty();
        (await client.Get(client.Conversations + query)).Refused(400, 20001);
    }

    [Fact]
    public async Task A_query_is_refused_where_none_is_documented()
    {
        using var client = SandboxClient.Empty();
        (await client.Get(client.Service + "?PageSize=5")).Refused(400, 20001);
    }

    [Theory]
    [InlineData("true", HttpStatusCode.Created)]
    [InlineData("false", HttpStatusCode.Created)]
    [InlineData("True", HttpStatusCode.BadRequest)]
    [InlineData("1", HttpStatusCode.BadRequest)]
    public async Task The_webhook_header_takes_true_or_false(string value, HttpStatusCode expected)
    {
        using var client = SandboxClient.Empty();
        (await client.Send(WithWebhookHeader(HttpMethod.Post, client.Conversations, value))).Expect(expected);
    }

    [Fact]
    public async Task The_webhook_header_is_refused_where_it_is_not_documented()
    {
        using var client = SandboxClient.Empty();
        (await client.Send(WithWebhookHeader(HttpMethod.Get, client.Conversations, "true"))).Refused(400, 20001);
        (await client.Send(WithWebhookHeader(HttpMethod.Delete, client.Service, "true"))).Refused(400, 20001);
    }

    private static HttpRequestMessage WithWebhookHeader(HttpMethod method, string path, string value)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Twilio-Webhook-Enabled", value);
        return request;
    }
}
