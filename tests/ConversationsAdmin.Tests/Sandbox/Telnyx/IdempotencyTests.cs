using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public sealed class IdempotencyTests : IDisposable
{
    private const string Key = "8e03978e-40d5-43e8-bc93-6894a57f9326";
    private readonly ManualTime time = new();
    private readonly TelnyxClient client;

    public IdempotencyTests() => client = TelnyxClient.Empty(time: time);

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_repeated_request_creates_nothing_and_is_answered_as_before()
    {
        var first = (await client.Post("""{"name":"a"}""", Key)).Expect(200);
        time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(first.Body, (await client.Post("""{"name":"a"}""", Key)).Expect(200).Body);
        Assert.Single((await client.List()).Items);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first.Body, (await client.Post("""{"name":"a"}""", Key)).Expect(200).Body);
        Assert.Equal(2, (await client.List()).Items.Length);
    }

    [Fact]
    public async Task Another_key_or_none_is_another_request()
    {
        await client.Post("{}", Key);
        await client.Post("{}", "another");
        await client.Post("{}");
        await client.Post("{}");
        Assert.Equal(4, (await client.List()).Items.Length);
    }

    [Theory]
    [InlineData("""{"name":"b"}""", "")]
    [InlineData("""{"name": "a"}""", "")]
    [InlineData("{", "")]
    [InlineData("""{"name":"a"}""", "?extra=1")]
    public async Task The_key_of_another_request_is_refused(string body, string query)
    {
        await client.Post("""{"name":"a"}""", Key);
        (await client.Post(body, Key, query)).Refused(422, "10027");
        Assert.Equal(["a"], (await client.List()).Names);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        (await client.Post("""{"name":1}""", Key)).Invalid("body/name");
        (await client.Post("""{"name":"a"}""", Key)).Expect(200);
        using var throttled = TelnyxClient.Empty(new SandboxOptions { ThrottleFirst = 1 });
        (await throttled.Post("{}", Key)).Refused(429, "10011");
        (await throttled.Post("{}", Key)).Expect(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("\"a\"")]
    [InlineData("a.b")]
    [InlineData("ü")]
    public async Task A_malformed_key_is_refused(string key)
    {
        (await client.Post("{}", key)).Refused(400, "10015");
        Assert.Empty((await client.List()).Items);
    }

    [Fact]
    public async Task A_key_has_255_characters_at_most_and_comes_once()
    {
        (await client.Post("{}", new string('k', 255))).Expect(200);
        (await client.Post("{}", "a:b_c-D9")).Expect(200);
        (await client.Post("{}", new string('k', 256))).Refused(400, "10015");
        (await client.Send(HttpMethod.Post, TelnyxClient.Conversations, "{}", ("Idempotency-Key", "a"), ("Idempotency-Key", "b")))
            .Refused(400, "10015");
    }

    [Fact]
    public async Task A_deleted_conversation_does_not_come_back()
    {
        var id = (await client.Post("{}", Key)).Json.GetProperty("id").GetString()!;
        (await client.Delete(TelnyxClient.One(id))).Expect(200);
        (await client.Post("{}", Key)).Expect(200);
        Assert.Empty((await client.List()).Items);
    }
}
