using System.Text;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public sealed class BodyTests : IDisposable
{
    private readonly TelnyxClient client = TelnyxClient.Empty();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("", "body")]
    [InlineData("{", "body")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("""{"metadata":{"a":"\ud800"}}""", "body")]
    [InlineData("""{"metadata":{"\ud800":"a"}}""", "body")]
    [InlineData("""{"metadata":{"a":["\ud800"]}}""", "body")]
    [InlineData("""{"\ud800":"a"}""", "body")]
    [InlineData("""{"metadata":null}""", "body/metadata")]
    [InlineData("""{"metadata":"a=b"}""", "body/metadata")]
    [InlineData("""{"metadata":["a"]}""", "body/metadata")]
    [InlineData("""{"metadata":{"a":null}}""", "body/metadata/a")]
    [InlineData("""{"metadata":{"a":{"b":"c"}}}""", "body/metadata/a")]
    [InlineData("""{"metadata":{"a":["b",null]}}""", "body/metadata/a")]
    [InlineData("""{"metadata":{"a":[["b"]]}}""", "body/metadata/a")]
    [InlineData("""{"assistant_id":"a"}""", "body/assistant_id")]
    public async Task A_malformed_body_changes_nothing(string body, string location)
    {
        var id = await client.New(metadata: new { kept = "yes" });
        (await client.Post(body)).Invalid(location);
        (await client.Put(id, body)).Invalid(location);
        var left = Assert.Single((await client.List()).Items);
        Assert.Equal("""{"kept":"yes"}""", left.GetProperty("metadata").GetRawText());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    public async Task A_name_is_a_string(string name) => (await client.Post($$"""{"name":{{name}}}""")).Invalid("body/name");

    [Fact]
    public async Task A_name_is_given_once_and_for_all()
    {
        var id = await client.New("first");
        (await client.Put(id, """{"name":"second"}""")).Invalid("body/name");
        Assert.Equal(["first"], (await client.List()).Names);
    }

    [Fact]
    public async Task A_malformed_body_is_told_before_a_missing_conversation()
    {
        const string nobody = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
        (await client.Put(nobody, """{"metadata":[]}""")).Invalid("body/metadata");
        (await client.Put(nobody, """{"metadata":{}}""")).NotFound();
    }

    [Fact]
    public async Task A_form_is_not_taken_for_json()
    {
        (await client.Send(new HttpRequestMessage(HttpMethod.Post, TelnyxClient.Conversations)
        {
            Content = new FormUrlEncodedContent([new("name", "a")]),
        })).Invalid("body");
        (await client.Send(new HttpRequestMessage(HttpMethod.Post, TelnyxClient.Conversations)
        {
            Content = new StringContent("{}", Encoding.UTF8, "text/plain"),
        })).Invalid("body");
        Assert.Empty((await client.List()).Items);
    }
}
