using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Connections to Telnyx and Sunshine. Twilio has <see cref="ConnectionTests"/>.</summary>
public sealed class ProviderConnectionTests
{
    private const string Token = "eyJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6ImFwcCJ9.c2lnbmVk_-";

    [Fact]
    public void Telnyx_is_where_its_documents_say() =>
        Assert.Equal("https://api.telnyx.com/", OpenTelnyx(null).BaseUri.AbsoluteUri);

    [Fact]
    public void Sunshine_needs_the_address_of_the_account()
    {
        var refusal = Assert.Throws<RequestArgumentException>(() => OpenSunshine(null));
        Assert.Equal("BaseUri", refusal.Parameter);
        Assert.Contains("https://{subdomain}.zendesk.com/sc", refusal.Message);
        Assert.Contains("https://api.smooch.io", refusal.Message);
        Assert.Contains("https://api.eu-1.smooch.io", refusal.Message);
    }

    [Theory]
    [InlineData("https://example.zendesk.com/sc")]
    [InlineData("http://127.0.0.1:8765/sunshine")]
    [InlineData("http://localhost:8765")]
    [InlineData("http://[::1]:8765")]
    public void An_address_with_https_or_on_this_machine_is_taken(string address)
    {
        Assert.Equal(new Uri(address), OpenTelnyx(new Uri(address)).BaseUri);
        Assert.Equal(new Uri(address), OpenSunshine(new Uri(address)).BaseUri);
    }

    [Theory]
    [InlineData("http://api.telnyx.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://0.0.0.0")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://user:password@api.telnyx.com")]
    [InlineData("https://api.telnyx.com?x=1")]
    [InlineData("https://api.telnyx.com#x")]
    public void An_address_that_could_give_the_credentials_away_is_refused(string address)
    {
        Assert.Equal("BaseUri", Assert.Throws<RequestArgumentException>(() => OpenTelnyx(new Uri(address))).Parameter);
        Assert.Equal("BaseUri", Assert.Throws<RequestArgumentException>(() => OpenSunshine(new Uri(address))).Parameter);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("KEY with a space")]
    [InlineData("KEY\r\nX-Injected: 1")]
    [InlineData("KEY\n")]
    [InlineData("KÉY")]
    [InlineData("Bearer KEY")]
    public void A_key_that_cannot_be_one_is_refused_and_not_shown(string key)
    {
        var refusal = Assert.Throws<RequestArgumentException>(() => new TelnyxCredential(key));
        Assert.Equal("ApiKey", refusal.Parameter);
        Assert.DoesNotContain("KEY", refusal.ToString());
    }

    [Theory]
    [InlineData("", Connect.Secret)]
    [InlineData(" ", Connect.Secret)]
    [InlineData("app_1:x", Connect.Secret)]
    [InlineData(ProviderSessions.KeyId, "")]
    [InlineData(ProviderSessions.KeyId, "  ")]
    public void A_key_of_sunshine_that_cannot_work_is_refused(string keyId, string secret)
    {
        var refusal = Assert.Throws<RequestArgumentException>(() => SunshineCredential.OfKey(keyId, secret));
        Assert.Equal("Credential", refusal.Parameter);
        Assert.DoesNotContain(Connect.Secret, refusal.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a..c")]
    [InlineData("a.b.c.d")]
    [InlineData("a.b.c\n")]
    [InlineData("a.b c.d")]
    [InlineData("Bearer a.b.c")]
    public void A_token_that_is_none_is_refused(string token) =>
        Assert.Equal("Token", Assert.Throws<RequestArgumentException>(() => SunshineCredential.OfToken(token)).Parameter);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("5d8c")]
    [InlineData("5d8c0000000000000000000g")]
    public void An_app_that_is_none_is_refused(string app) =>
        Assert.Equal("AppId", Assert.Throws<RequestArgumentException>(() => ConnectionFactory.OpenSunshine(SunshineOptions(new Uri("https://example.zendesk.com/sc")) with { AppId = app })).Parameter);

    [Fact]
    public async Task Telnyx_is_sent_the_key_as_a_bearer_token()
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, "{}"));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        await session.SendAsync(ProviderSessions.RequestOf(Api.Telnyx, "GET"));
        Assert.Equal($"Bearer {Connect.Secret}", server.Requests[0].Headers["Authorization"]);
        Assert.Equal($"/v2/ai/conversations/{ProviderSessions.TelnyxConversationId}", server.Requests[0].Path);
    }

    [Fact]
    public async Task Sunshine_is_sent_the_key_in_basic_form_below_the_accounts_address()
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, "{}"));
        using var session = ProviderSessions.To(Api.Sunshine, new Uri(server.Address, "sc"));
        await session.SendAsync(ProviderSessions.RequestOf(Api.Sunshine, "GET"));
        var pair = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{ProviderSessions.KeyId}:{Connect.Secret}"));
        Assert.Equal($"Basic {pair}", server.Requests[0].Headers["Authorization"]);
        Assert.Equal($"/sc/v2/apps/{ProviderSessions.AppId}/conversations/{ProviderSessions.SunshineConversationId}", server.Requests[0].Path);
    }

    [Fact]
    public async Task Sunshine_is_sent_a_token_as_a_bearer_token()
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, "{}"));
        using var session = ProviderSession.Of(ConnectionFactory.OpenSunshine(SunshineOptions(server.Address) with { Credential = SunshineCredential.OfToken(Token) }));
        await session.SendAsync(ProviderSessions.RequestOf(Api.Sunshine, "GET"));
        Assert.Equal($"Bearer {Token}", server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public void Nothing_shows_the_secret()
    {
        var telnyx = OpenTelnyx(null);
        var sunshine = OpenSunshine(new Uri("https://example.zendesk.com/sc"));
        foreach (var shown in new object[] { telnyx, sunshine, TelnyxOptions(null), SunshineOptions(null), SunshineCredential.OfToken(Token), ProviderSession.Of(telnyx) })
        {
            Assert.DoesNotContain(Connect.Secret, shown.ToString());
            Assert.DoesNotContain(Token, shown.ToString());
        }

        foreach (var shown in new[] { JsonSerializer.Serialize(telnyx), JsonSerializer.Serialize(sunshine), JsonSerializer.Serialize(SunshineCredential.OfToken(Token)), JsonSerializer.Serialize(TelnyxOptions(null).Credential) })
        {
            Assert.DoesNotContain(Connect.Secret, shown);
            Assert.DoesNotContain(Token, shown);
        }
    }

    private static ConvConnection OpenTelnyx(Uri? address) => ConnectionFactory.OpenTelnyx(TelnyxOptions(address));

    private static ConvConnection OpenSunshine(Uri? address) => ConnectionFactory.OpenSunshine(SunshineOptions(address));

    private static TelnyxConnectionOptions TelnyxOptions(Uri? address) => new()
    {
        Name = "Telnyx",
        Credential = new TelnyxCredential(Connect.Secret),
        BaseUri = address,
    };

    private static SunshineConnectionOptions SunshineOptions(Uri? address) => new()
    {
        Name = "Sunshine",
        Credential = SunshineCredential.OfKey(ProviderSessions.KeyId, Connect.Secret),
        BaseUri = address,
    };
}
