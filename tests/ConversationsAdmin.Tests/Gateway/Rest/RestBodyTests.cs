using System.Text;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Rest;

/// <summary>A body is JSON of a bounded size, and understood whole or not at all.</summary>
public sealed class RestBodyTests : IAsyncLifetime
{
    private GatewayUnderTest gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/problem+json")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? contentType)
    {
        (await gateway.Client.PostText(gateway.Conversations, "{}", contentType)).Refused(415, "content_type_not_json");
        Assert.Empty(gateway.Arrived);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"a\"")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"FriendlyName":"a","FriendlyName":"b"}""")]
    [InlineData("""{"Attributes":{"a":1,"a":2}}""")]
    [InlineData("""{"Name":"a"}""")]
    [InlineData("""{"friendlyname":"a"}""")]
    [InlineData("""{"PageSize":1}""")]
    [InlineData("""{"State":null}""")]
    [InlineData("""{"FriendlyName":["a"]}""")]
    [InlineData("""{"FriendlyName":{"a":1}}""")]
    [InlineData("""{"FriendlyName":"\ud800"}""")]
    [InlineData("""{"Timers.Closed":"P1Y1W"}""")]
    public async Task What_is_no_object_of_the_operations_own_fields_is_refused(string body)
    {
        (await gateway.Client.PostText(gateway.Conversations, body)).Refused(400, "invalid_argument");
        Assert.Empty(gateway.Arrived);
    }

    [Theory]
    [InlineData("""{"FriendlyName":"r","Type":"conversation","Permission":[null]}""")]
    [InlineData("""{"FriendlyName":"r","Type":"conversation","Permission":[["a"]]}""")]
    [InlineData("""{"FriendlyName":"r","Type":"conversation","Permission":[]}""")]
    [InlineData("""{"FriendlyName":"r","Type":"conversation","Permission":{"a":1}}""")]
    public async Task A_list_holds_values_of_its_kind_only(string body)
    {
        Assert.Equal("Permission", (await gateway.Client.PostText($"{gateway.Service}/roles", body)).Refused(400, "invalid_argument")["parameter"]);
        Assert.Empty(gateway.Arrived);
    }

    [Theory]
    [InlineData("""{"DateCreated":"2026-01-31T08:00:00.123456789Z"}""")]
    [InlineData("""{"State":"active","Timers.Closed":"P2W"}""")]
    public async Task Dates_and_durations_are_taken_as_other_programs_write_them(string body) =>
        (await gateway.Client.PostText(gateway.Conversations, body)).Expect(201);

    [Fact]
    public async Task A_refusal_speaks_of_no_cmdlets()
    {
        var name = new string('x', 257);
        (await gateway.Client.Post($"{gateway.Service}/users", new { Identity = "ada" })).Expect(201);
        var refusals = new[]
        {
            (await gateway.Client.Post($"{gateway.Service}/users", new { Identity = "ada" })).Refused(409, "Twilio.50201"),
            (await gateway.Client.Post(gateway.Conversations, new { FriendlyName = name })).Refused(400, "invalid_argument"),
            (await gateway.Client.Post(gateway.Conversations, new { State = "closed" })).Refused(400, "invalid_argument"),
        };
        Assert.All(refusals, refused => Assert.DoesNotMatch("[ (]-[A-Z]|[A-Z][a-z]+-(Conv|Proxy|Telnyx|Sunshine)", refused["detail"]!));
        Assert.All(refusals, refused => Assert.NotEmpty(refused["detail"]!));
    }

    [Fact]
    public async Task A_boolean_for_a_text_is_the_word_that_was_written() =>
        Assert.Equal("true", (await gateway.Client.PostText(gateway.Conversations, """{"FriendlyName":true}""")).Expect(201)["friendly_name"]);

    [Fact]
    public async Task A_body_that_is_nested_without_end_is_refused()
    {
        var nested = $$"""{"Attributes":{{string.Concat(Enumerable.Repeat("""{"a":""", 200))}}1{{new string('}', 200)}}}""";
        (await gateway.Client.PostText(gateway.Conversations, nested)).Refused(400, "invalid_argument");
        Assert.Empty(gateway.Arrived);
    }

    [Fact]
    public async Task Where_nothing_is_needed_an_empty_body_will_do()
    {
        (await gateway.Client.Send(HttpMethod.Post, gateway.Conversations, content: null)).Expect(201);
        (await gateway.Client.PostText(gateway.Conversations, "{}", "application/json; charset=utf-8")).Expect(201);
    }

    [Fact]
    public async Task What_takes_no_body_gets_none()
    {
        (await gateway.Client.Send(HttpMethod.Get, gateway.Conversations, GatewayClient.JsonOf(new { State = "active" }))).Refused(400, "invalid_argument");
        (await gateway.Client.Send(HttpMethod.Delete, $"{gateway.Conversations}/x", GatewayClient.JsonOf(new { }), ("Confirm", "x"))).Refused(400, "invalid_argument");
        Assert.Empty(gateway.Arrived);
    }

    [Fact]
    public async Task A_hundred_megabytes_are_refused_at_once_and_harm_nobody_else()
    {
        var answer = await RawHttp.SendAsync(gateway.RestAddress, Post("Content-Length: 104857600") + new string(' ', 100_000));
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("body_too_large", answer, StringComparison.Ordinal);
        Assert.Empty(gateway.Arrived);
        (await gateway.Client.Get(gateway.Conversations)).Expect(200);
    }

    [Fact]
    public async Task So_is_what_does_not_say_how_much_it_is()
    {
        var chunk = Encoding.UTF8.GetBytes($"10000\r\n{new string(' ', 0x10000)}\r\n");
        var answer = await RawHttp.SendAsync(gateway.RestAddress, async stream =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Post("Transfer-Encoding: chunked")));
            for (var number = 0; number < 17; number++)
            {
                await stream.WriteAsync(chunk);
            }
        });
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Empty(gateway.Arrived);
    }

    [Fact]
    public async Task A_body_that_breaks_off_sends_nothing()
    {
        await RawHttp.SendAsync(gateway.RestAddress, async stream =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Post("Content-Length: 100") + """{"FriendlyName":"a" """));
            stream.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        });
        (await gateway.Client.Get(gateway.Conversations)).Expect(200);
        Assert.Single(gateway.Arrived);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_holds_nothing()
    {
        var answer = await RawHttp.SendAsync(gateway.RestAddress, Post("Content-Length: 1000") + "{");
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Empty(gateway.Arrived);
    }

    private string Post(string header) => RawHttp.Head("POST", gateway.Conversations, "Content-Type: application/json", header);
}
