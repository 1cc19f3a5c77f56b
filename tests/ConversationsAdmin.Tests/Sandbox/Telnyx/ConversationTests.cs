using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public sealed class ConversationTests : IDisposable
{
    private const string NoConversation = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    private readonly ManualTime time = new();
    private readonly TelnyxClient client;

    public ConversationTests() => client = TelnyxClient.Empty(time: time);

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_new_one_is_shown_bare_with_milliseconds()
    {
        time.Advance(TimeSpan.FromMilliseconds(7));
        time.Advance(TimeSpan.FromTicks(9));
        var made = (await client.Post("""{"name":"Line 1","metadata":{"ticket":"T+1"}}""")).Expect(200).Json;
        Assert.Equal(["id", "name", "created_at", "last_message_at", "metadata"], made.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Line 1", made.GetProperty("name").GetString());
        Assert.Equal("2026-03-01T12:00:00.007Z", made.GetProperty("created_at").GetString());
        Assert.Equal("2026-03-01T12:00:00.007Z", made.GetProperty("last_message_at").GetString());
        Assert.Equal("""{"ticket":"T+1"}""", made.GetProperty("metadata").GetRawText());
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", made.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Nothing_has_to_be_given()
    {
        var made = (await client.Post("{}")).Expect(200).Json;
        Assert.Equal("", made.GetProperty("name").GetString());
        Assert.Equal("{}", made.GetProperty("metadata").GetRawText());
    }

    [Fact]
    public async Task Fetching_and_updating_wrap_it_in_data()
    {
        var id = await client.New("a");
        Assert.Equal(id, (await client.Get(TelnyxClient.One(id))).Data.GetProperty("id").GetString());
        Assert.Equal(id, (await client.Get(TelnyxClient.One(id.ToUpperInvariant()))).Data.GetProperty("id").GetString());
        Assert.Equal(id, (await client.Put(id, "{}")).Data.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData(false, """{"b":"3","c":"4"}""")]
    [InlineData(true, """{"a":"1","b":"3","c":"4"}""")]
    public async Task An_update_replaces_the_metadata_or_adds_to_it(bool merges, string expected)
    {
        using var one = TelnyxClient.Empty(new SandboxOptions { PutMerges = merges });
        var id = await one.New("kept", new { a = "1", b = "2" });
        var updated = (await one.Put(id, """{"metadata":{"b":"3","c":"4"}}""")).Data;
        Assert.Equal(expected, updated.GetProperty("metadata").GetRawText());
        Assert.Equal(updated.GetRawText(), (await one.Get(TelnyxClient.One(id))).Data.GetRawText());
        Assert.Equal("kept", updated.GetProperty("name").GetString());
        Assert.Equal(expected, (await one.Put(id, "{}")).Data.GetProperty("metadata").GetRawText());
    }

    [Fact]
    public async Task Metadata_keeps_the_type_of_a_value()
    {
        const string metadata = """{"ai_disabled":true,"count":2.50,"tags":["a",1,false]}""";
        var made = (await client.Post($$"""{"metadata":{{metadata}}}""")).Expect(200).Json;
        Assert.Equal(metadata, made.GetProperty("metadata").GetRawText());
    }

    [Fact]
    public async Task A_deleted_one_is_gone_with_all_it_held()
    {
        using var filled = TelnyxClient.Filled(3);
        var id = (await filled.List(("limit", "1"))).Items[0].GetProperty("id").GetString()!;
        var deleted = (await filled.Delete(TelnyxClient.One(id))).Expect(200);
        Assert.Equal("", deleted.Body);
        (await filled.Get(TelnyxClient.One(id))).NotFound();
        (await filled.Put(id, "{}")).NotFound();
        (await filled.Get(TelnyxClient.One(id) + "/messages")).NotFound();
        (await filled.Get(TelnyxClient.One(id) + "/conversations-insights")).NotFound();
        (await filled.Delete(TelnyxClient.One(id))).NotFound();
        Assert.Equal(2, (await filled.List()).Items.Length);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("..%2f")]
    [InlineData("3fa85f6457174562b3fc2c963f66afa6")]
    [InlineData("3fa85f64-5717-4562-b3fc-2c963f66afag")]
    public async Task An_id_is_a_uuid(string id)
    {
        (await client.Get(TelnyxClient.One(id))).Invalid("path/conversation_id");
        (await client.Put(id, "{}")).Invalid("path/conversation_id");
        (await client.Delete(TelnyxClient.One(id))).Invalid("path/conversation_id");
        (await client.Get(TelnyxClient.One(id) + "/messages")).Invalid("path/conversation_id");
        (await client.Get(TelnyxClient.One(id) + "/conversations-insights")).Invalid("path/conversation_id");
    }

    [Theory]
    [InlineData("GET", "/v2/ai/conversation")]
    [InlineData("GET", "/v2/ai/conversations/")]
    [InlineData("GET", "/ai/conversations")]
    [InlineData("POST", "/v2/ai/conversations/" + NoConversation + "/messages/1")]
    public async Task Another_path_is_not_there(string method, string path) =>
        (await client.Send(new HttpMethod(method), path)).Refused(404, "10005");

    [Fact]
    public async Task Another_method_is_told_which_there_are()
    {
        var refused = (await client.Send(HttpMethod.Patch, TelnyxClient.One(NoConversation), "{}")).Expect(405);
        Assert.Equal("GET,PUT,DELETE", refused.Headers["Allow"]);
        (await client.Delete(TelnyxClient.Conversations)).Expect(405);
    }

    [Fact]
    public async Task What_takes_no_query_refuses_one()
    {
        var id = await client.New();
        (await client.Get(TelnyxClient.One(id) + "?limit=1")).Invalid("query/limit");
        (await client.Delete(TelnyxClient.One(id) + "?force=true")).Invalid("query/force");
        (await client.Post("{}", query: "?name=a")).Invalid("query/name");
        Assert.Single((await client.List()).Items);
    }
}
