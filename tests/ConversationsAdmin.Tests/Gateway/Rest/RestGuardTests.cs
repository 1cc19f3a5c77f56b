using System.Net.Http.Headers;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Operations;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Rest;

/// <summary>What is refused is refused before anything reaches a provider.</summary>
public sealed class RestGuardTests : IAsyncLifetime
{
    private static readonly string Sid = SidKind.Conversation.OfNothing;

    private GatewayUnderTest gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await GatewayUnderTest.StartAsync();

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(gateway.Arrived);
        await gateway.DisposeAsync();
    }

    [Theory]
    [InlineData(null, "token_missing")]
    [InlineData("Bearer", "token_missing")]
    [InlineData("Bearer 0000000000000000000000000000000000000000", "token_unknown")]
    [InlineData("Basic first00000000000000000000000000000000000", "token_missing")]
    [InlineData("Bearer first0000000000000000000000000000000000", "token_unknown")]
    public async Task Without_a_known_token_nothing_is_done(string? authorization, string code)
    {
        using var stranger = new GatewayClient(gateway.RestAddress, authorization is null ? null : AuthenticationHeaderValue.Parse(authorization));
        Assert.Equal("Bearer", (await stranger.Get(gateway.Conversations)).Refused(401, code).Headers["WWW-Authenticate"]);
        (await stranger.Get("/nothing")).Refused(401, code);
        using var ofMcp = new GatewayClient(gateway.McpAddress, stranger is null || authorization is null ? null : AuthenticationHeaderValue.Parse(authorization));
        (await ofMcp.Post("/mcp", new { })).Refused(401, code);
    }

    [Fact]
    public async Task A_token_in_the_query_is_no_token()
    {
        using var stranger = gateway.ClientWithoutToken();
        (await stranger.Get($"{gateway.Conversations}?access_token={GatewayUnderTest.TokenOf(GatewayUnderTest.FirstCaller)}")).Refused(401, "token_missing");
    }

    [Theory]
    [InlineData("Host", "evil.example", 421, "host_not_allowed")]
    [InlineData("Host", "127.0.0.1.evil.example:8080", 421, "host_not_allowed")]
    [InlineData("Origin", "https://evil.example", 403, "origin_not_allowed")]
    [InlineData("Origin", "http://localhost:1", 403, "origin_not_allowed")]
    [InlineData("Origin", "null", 403, "origin_not_allowed")]
    [InlineData("Origin", "http://127.0.0.1@evil.example", 403, "origin_not_allowed")]
    public async Task A_foreign_name_or_page_is_refused_on_both_ports_and_for_everything(string header, string value, int status, string code)
    {
        (await gateway.Client.Get(gateway.Conversations, (header, value))).Refused(status, code);
        (await gateway.Client.Get("/healthz", (header, value))).Refused(status, code);
        using var ofMcp = new GatewayClient(gateway.McpAddress, authorization: null);
        (await ofMcp.Post("/mcp", new { }, (header, value))).Refused(status, code);
    }

    [Fact]
    public async Task Names_of_this_machine_its_own_page_and_a_host_that_was_allowed_pass()
    {
        var port = gateway.RestAddress.Port;
        (await gateway.Client.Get("/healthz", ("Host", $"localhost:{port}"), ("Origin", $"http://localhost:{port}"))).Expect(200);
        (await gateway.Client.Get("/healthz", ("Host", "[::1]"), ("Origin", $"http://[::1]:{port}"))).Expect(200);
        await using var behindProxy = await GatewayUnderTest.StartAsync(GatewayUnderTest.Everything with { AllowedHosts = ["gateway.example.com"] });
        (await behindProxy.Client.Get("/healthz", ("Host", "Gateway.example.com:443"), ("Origin", "https://gateway.example.com"))).Expect(200);
        (await behindProxy.Client.Get("/healthz", ("Host", "x.gateway.example.com"))).Refused(421, "host_not_allowed");
    }

    [Fact]
    public async Task A_request_without_Host_is_refused() =>
        Assert.StartsWith("HTTP/1.1 421", await RawHttp.SendAsync(gateway.RestAddress, "GET /healthz HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Writing_needs_to_be_allowed_at_the_start()
    {
        await using var readOnly = await Started(write: false, destroy: true);
        (await readOnly.Client.Post(readOnly.Conversations, new { FriendlyName = "a" })).Refused(403, "write_not_allowed");
        (await readOnly.Client.Get(readOnly.Conversations)).Expect(200);
        Assert.Single(readOnly.Arrived);
    }

    [Fact]
    public async Task Destroying_needs_to_be_allowed_at_the_start_even_where_it_looks_like_a_change()
    {
        await using var writing = await Started(write: true, destroy: false);
        (await writing.Client.Delete($"{writing.Conversations}/{Sid}", ("Confirm", Sid))).Refused(403, "destructive_not_allowed");
        (await writing.Client.Post($"{writing.Conversations}/{Sid}", new { State = "closed" }, ("Confirm", Sid))).Refused(403, "destructive_not_allowed");
        (await writing.Client.PostText($"{writing.Conversations}/{Sid}", """{"Timers.Closed":"PT10M"}""")).Refused(403, "destructive_not_allowed");
        Assert.Empty(writing.Arrived);
    }

    [Fact]
    public async Task Destroying_needs_the_identifier_twice()
    {
        var path = $"{gateway.Conversations}/{Sid}";
        Assert.Contains(Sid, (await gateway.Client.Delete(path)).Refused(428, "confirm_missing")["detail"], StringComparison.Ordinal);
        (await gateway.Client.Delete(path, ("Confirm", SidKind.Conversation.OfNothing.Replace('0', '1')))).Refused(412, "confirm_mismatch");
        (await gateway.Client.Delete($"{path}?confirm={Sid}")).Refused(400, "invalid_argument");
        Assert.StartsWith(
            "HTTP/1.1 400",
            await RawHttp.SendAsync(gateway.RestAddress, RawHttp.Head("DELETE", path, $"Confirm: {Sid}", $"Confirm: {Sid}")),
            StringComparison.Ordinal);
        (await gateway.Client.Post(path, new { State = "CLOSED" })).Refused(428, "confirm_missing");
    }

    [Fact]
    public async Task An_identifier_of_another_kind_is_refused_with_the_name_of_the_parameter()
    {
        var refused = (await gateway.Client.Get($"/v1/v1/services/{Sid}/conversations")).Refused(400, "invalid_argument");
        Assert.Equal("ChatServiceSid", refused["parameter"]);
    }

    [Theory]
    [InlineData("?Limit=1", "Limit", "PageSize")]
    [InlineData("?pagesize=1", "pagesize", "PageSize")]
    [InlineData("?PageSize=1&PageSize=2", "PageSize", "once")]
    [InlineData("?PageSize=0", "PageSize", "1 to 100")]
    [InlineData("?StartDate=", "StartDate", "date")]
    [InlineData("?StartDate=2026-01-31T08:00:00Z", "StartDate", "2026-01-31")]
    [InlineData("?EndDate=2026-01-31T00:00:00Z", "EndDate", "whole days")]
    public async Task A_query_that_is_not_understood_is_refused_with_what_there_is(string query, string parameter, string hint)
    {
        var refused = (await gateway.Client.Get(gateway.Conversations + query)).Refused(400, "invalid_argument");
        Assert.Equal(parameter, refused["parameter"]);
        Assert.Contains(hint, refused["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/v1/Nothing", 404, "path_unknown")]
    [InlineData("/v1/Services", 404, "path_unknown")]
    public async Task An_unknown_path_is_a_problem(string path, int status, string code) => (await gateway.Client.Get(path)).Refused(status, code);

    [Fact]
    public async Task A_method_that_a_path_does_not_take_is_a_problem_that_names_those_it_does()
    {
        var refused = (await gateway.Client.Delete(gateway.Conversations, ("Confirm", Sid))).Refused(405, "method_not_allowed");
        Assert.Equal("GET, POST", string.Join(", ", refused.Headers["Allow"].Split(", ").Order()));
    }

    // What a client or a proxy that tidies paths would turn into the address of something larger.
    [Theory]
    [InlineData("DELETE", "{service}/")]
    [InlineData("DELETE", "{service}/conversations/.")]
    [InlineData("DELETE", "{service}/conversations/..")]
    [InlineData("DELETE", "{service}/conversations/%2e%2e")]
    [InlineData("DELETE", "{service}/conversations/x/..")]
    [InlineData("DELETE", "{service}/conversations/x/../..")]
    [InlineData("DELETE", "{service}/conversations//")]
    [InlineData("DELETE", "/v1/v1/services/x/../{sid}")]
    [InlineData("GET", "{service}/conversations/")]
    [InlineData("GET", "http://127.0.0.1{service}/conversations")]
    public async Task A_path_with_dots_or_blanks_is_not_tidied_up(string method, string path)
    {
        var target = path.Replace("{service}", gateway.Service, StringComparison.Ordinal).Replace("{sid}", gateway.Twilio.DefaultServiceSid, StringComparison.Ordinal);
        var answer = await RawHttp.SendAsync(gateway.RestAddress, RawHttp.Head(method, target, $"Confirm: {gateway.Twilio.DefaultServiceSid}"));
        Assert.Matches("^HTTP/1.1 (400|404|405) ", answer);
    }

    private static Task<GatewayUnderTest> Started(bool write, bool destroy) =>
        GatewayUnderTest.StartAsync(GatewayUnderTest.Everything with { Access = new GatewayAccess(write, destroy) });
}
