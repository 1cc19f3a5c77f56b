using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

public sealed class SunshineAuthenticationTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly SunshineClient client = SunshineClient.Empty(new SandboxOptions { Now = Now });

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task The_key_opens_the_app() => (await client.Get(client.List)).Expect(HttpStatusCode.OK);

    [Fact]
    public async Task Without_credentials_nothing_is_told()
    {
        client.Authorization = null;
        (await client.Get(client.List)).Refused(401, "unauthorized");
        (await client.Get("/v2/nothing")).Refused(401, "unauthorized");
    }

    [Theory]
    [InlineData("{0}:wrong")]
    [InlineData("{0}")]
    [InlineData("app_000000000000000000000000:{1}")]
    [InlineData("{1}:{0}")]
    public async Task Another_pair_is_refused(string pair)
    {
        var text = string.Format(pair, client.Server.KeyId, client.Server.KeySecret);
        client.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
        (await client.Get(client.List)).Refused(401, "unauthorized");
    }

    [Theory]
    [InlineData("""{"scope":"app"}""")]
    [InlineData("""{"scope":"account"}""")]
    [InlineData("""{"scope":"integration"}""")]
    [InlineData("""{"scope":"app","exp":1772366401}""")]
    public async Task A_token_signed_with_the_secret_opens_the_app(string claims)
    {
        client.Authorization = SignedToken.Of(Header(), claims, client.Server.KeySecret);
        (await client.Get(client.List)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"scope":"user"}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"scope":["app"]}""")]
    [InlineData("""{"scope":"\ud800"}""")]
    [InlineData("""{"scope":"app","exp":1772366400}""")]
    [InlineData("""{"scope":"app","exp":"tomorrow"}""")]
    public async Task Other_claims_are_refused(string claims)
    {
        client.Authorization = SignedToken.Of(Header(), claims, client.Server.KeySecret);
        (await client.Get(client.List)).Refused(401, "unauthorized");
    }

    [Fact]
    public async Task Another_signature_key_or_algorithm_is_refused()
    {
        const string claims = """{"scope":"app"}""";
        var secret = client.Server.KeySecret;
        AuthenticationHeaderValue[] others =
        [
            SignedToken.Of(Header(), claims, secret + "x"),
            SignedToken.Of(Header(algorithm: "none"), claims, secret),
            SignedToken.Of(Header(algorithm: "HS512"), claims, secret),
            SignedToken.Of("""{"alg":"HS256","kid":"app_000000000000000000000000"}""", claims, secret),
            SignedToken.Of("""{"alg":"HS256"}""", claims, secret),
            new("Bearer", secret),
            new("Bearer", "a.b.c"),
        ];
        foreach (var other in others)
        {
            client.Authorization = other;
            (await client.Get(client.List)).Refused(401, "unauthorized");
        }
    }

    [Fact]
    public void Credentials_come_from_the_seed()
    {
        var (one, same, other) = (new SunshineSandbox(), new SunshineSandbox(), new SunshineSandbox(new SandboxOptions { Seed = 2 }));
        Assert.Equal(
            (one.AppId, one.KeyId, one.KeySecret, one.SampleUserId, one.SampleUserExternalId),
            (same.AppId, same.KeyId, same.KeySecret, same.SampleUserId, same.SampleUserExternalId));
        Assert.NotEqual(one.KeySecret, other.KeySecret);
        Assert.Matches("^[0-9a-f]{24}$", one.AppId);
        Assert.Matches("^app_[0-9a-f]{24}$", one.KeyId);
    }

    private string Header(string algorithm = "HS256") => $$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"{{client.Server.KeyId}}"}""";
}
