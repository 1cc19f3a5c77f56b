using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using RestSharp.Authenticators;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class ConnectionTests
{
    private const string KeySid = "SKb0000000000000000000000000000000";

    [Theory]
    [InlineData(null, null, "https://conversations.twilio.com/")]
    [InlineData("ie1", null, "https://conversations.dublin.ie1.twilio.com/")]
    [InlineData("IE1", null, "https://conversations.dublin.ie1.twilio.com/")]
    [InlineData("au1", null, "https://conversations.sydney.au1.twilio.com/")]
    [InlineData("jp1", null, "https://conversations.tokyo.jp1.twilio.com/")]
    [InlineData(null, "dublin", "https://conversations.dublin.us1.twilio.com/")]
    [InlineData("us1", "ashburn", "https://conversations.ashburn.us1.twilio.com/")]
    [InlineData("ie1", "frankfurt", "https://conversations.frankfurt.ie1.twilio.com/")]
    public void The_host_follows_region_and_edge(string? region, string? edge, string expected)
    {
        var connection = Open(Options with { Region = region, Edge = edge });
        Assert.Equal(expected, connection.BaseUri.AbsoluteUri);
        Assert.Equal(expected.Replace("conversations", "proxy"), connection.ProxyBaseUri?.AbsoluteUri);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("x@evil")]
    [InlineData("x/")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("ie1\n")]
    [InlineData("1ie")]
    public void A_region_or_an_edge_that_would_change_the_host_is_refused(string label)
    {
        Assert.Equal("Region", Assert.Throws<RequestArgumentException>(() => Open(Options with { Region = label })).Parameter);
        Assert.Equal("Edge", Assert.Throws<RequestArgumentException>(() => Open(Options with { Edge = label })).Parameter);
    }

    [Theory]
    [InlineData("https://proxy.example.com/twilio")]
    [InlineData("http://127.0.0.1:8765/conversations")]
    [InlineData("http://localhost:8765")]
    [InlineData("http://[::1]:8765")]
    public void An_address_with_https_or_on_this_machine_is_taken(string address) =>
        Assert.Equal(new Uri(address), Open(Options with { BaseUri = new Uri(address) }).BaseUri);

    [Theory]
    [InlineData("http://conversations.twilio.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://192.168.0.1")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("file:///v1")]
    [InlineData("https://user:password@conversations.twilio.com")]
    [InlineData("https://conversations.twilio.com@example.com")]
    [InlineData("https://conversations.twilio.com?x=1")]
    [InlineData("https://conversations.twilio.com#x")]
    public void An_address_that_could_give_the_credentials_away_is_refused(string address)
    {
        var uri = new Uri(address);
        Assert.Equal("BaseUri", Assert.Throws<RequestArgumentException>(() => Open(Options with { BaseUri = uri })).Parameter);
        Assert.Equal("ProxyBaseUri", Assert.Throws<RequestArgumentException>(() => Open(Options with { ProxyBaseUri = uri })).Parameter);
    }

    [Fact]
    public void A_relative_address_is_refused() =>
        Assert.Throws<RequestArgumentException>(() => Open(Options with { BaseUri = new Uri("v1/Services", UriKind.Relative) }));

    [Theory]
    [InlineData("CH00000000000000000000000000000002")]
    [InlineData("")]
    [InlineData("..")]
    public void A_default_service_that_is_none_is_refused(string service) =>
        Assert.Equal("ServiceSid", Assert.Throws<RequestArgumentException>(() => Open(Options with { ServiceSid = service })).Parameter);

    [Fact]
    public void An_account_signs_in_for_itself()
    {
        var credential = new TwilioCredential(Connect.AccountSid, Connect.Secret, null);
        Assert.Equal((Connect.AccountSid, Connect.AccountSid), (credential.UserName, credential.AccountSid));
        Assert.Throws<RequestArgumentException>(() => new TwilioCredential(Connect.AccountSid, Connect.Secret, "AC" + new string('9', 32)));
    }

    [Fact]
    public void An_api_key_needs_the_account()
    {
        var credential = new TwilioCredential(KeySid, Connect.Secret, Connect.AccountSid);
        Assert.Equal((KeySid, Connect.AccountSid), (credential.UserName, credential.AccountSid));
        var refusal = Assert.Throws<RequestArgumentException>(() => new TwilioCredential(KeySid, Connect.Secret, null));
        Assert.Equal("AccountSid", refusal.Parameter);
        Assert.DoesNotContain(Connect.Secret, refusal.ToString());
    }

    [Theory]
    [InlineData("somebody", Connect.Secret)]
    [InlineData("", Connect.Secret)]
    [InlineData(Connect.AccountSid, "")]
    public void A_credential_that_cannot_work_is_refused(string userName, string secret)
    {
        var refusal = Assert.Throws<RequestArgumentException>(() => new TwilioCredential(userName, secret, null));
        Assert.Equal("Credential", refusal.Parameter);
        Assert.DoesNotContain(Connect.Secret, refusal.ToString());
    }

    [Fact]
    public void Nothing_shows_the_secret()
    {
        var connection = Open(Options);
        var client = new ClientOptions { Addresses = [], Authenticator = new HttpBasicAuthenticator(Connect.AccountSid, Connect.Secret) };
        foreach (var shown in new object[] { Options, Options.Credential, client, connection, ProviderSession.Of(connection) })
        {
            Assert.DoesNotContain(Connect.Secret, shown.ToString());
        }

        Assert.DoesNotContain(Connect.Secret, JsonSerializer.Serialize(connection));
        Assert.DoesNotContain(Connect.Secret, JsonSerializer.Serialize(Options.Credential));
    }

    private static TwilioConnectionOptions Options => new()
    {
        Name = "Twilio",
        Credential = new TwilioCredential(Connect.AccountSid, Connect.Secret, null),
    };

    private static ConvConnection Open(TwilioConnectionOptions options) => ConnectionFactory.OpenTwilio(options);
}
