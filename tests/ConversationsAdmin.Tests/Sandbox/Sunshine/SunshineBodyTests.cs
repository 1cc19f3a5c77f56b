using System.Net;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Sandbox.SampleData;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

public sealed class SunshineBodyTests : IDisposable
{
    private readonly SunshineClient client = SunshineClient.Empty();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("""{"displayName":""}""")]
    [InlineData("""{"displayName":5}""")]
    [InlineData("""{"displayName":"\ud800"}""")]
    [InlineData("""{"description":""}""")]
    [InlineData("""{"description":["a"]}""")]
    [InlineData("""{"iconUrl":""}""")]
    [InlineData("""{"iconUrl":"/icon.png"}""")]
    [InlineData("""{"iconUrl":"ftp://example.com/icon.png"}""")]
    [InlineData("""{"metadata":"text"}""")]
    [InlineData("""{"metadata":{"a":{"b":1}}}""")]
    [InlineData("""{"metadata":{"a":[1]}}""")]
    [InlineData("""{"metadata":{"a":null}}""")]
    [InlineData("""{"metadata":{"a":"\ud800"}}""")]
    [InlineData("""{"unknown":1}""")]
    [InlineData("""{"DisplayName":"a"}""")]
    [InlineData("""{"type":"sdkGroup"}""")]
    [InlineData("""{"participants":[]}""")]
    [InlineData("""{"isDefault":true}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"displayName":"a" """)]
    [InlineData("")]
    public async Task A_bad_update_is_refused_and_changes_nothing(string body)
    {
        var id = await client.NewGroup(""" "displayName":"before" """);
        (await client.Patch(id, body)).Refused(400, "bad_request");
        Assert.Equal("before", (await client.Get(client.One(id))).Conversation.GetProperty("displayName").GetString());
    }

    [Theory]
    [InlineData("displayName", 100, "")]
    [InlineData("description", 100, "")]
    [InlineData("iconUrl", 2048, "https://example.com/")]
    public async Task Texts_are_as_long_as_documented(string field, int length, string prefix)
    {
        var id = await client.NewGroup();
        string Body(int characters) => $$"""{"{{field}}":"{{prefix}}{{new string('x', characters - prefix.Length)}}"}""";
        (await client.Patch(id, Body(length))).Expect(HttpStatusCode.OK);
        (await client.Patch(id, Body(length + 1))).Refused(400, "bad_request");
    }

    [Fact]
    public async Task Metadata_is_measured_in_bytes_without_the_spaces_between()
    {
        var id = await client.NewGroup();
        static string Body(string text) => $$"""{"metadata": {   "a"  :  "{{text}}"  } }""";
        var overhead = """{"a":""}""".Length;
        (await client.Patch(id, Body(new string('x', 4096 - overhead)))).Expect(HttpStatusCode.OK);
        (await client.Patch(id, Body(new string('x', 4097 - overhead)))).Refused(400, "bad_request");
        (await client.Patch(id, Body(new string('é', 2044)))).Expect(HttpStatusCode.OK);
        (await client.Patch(id, Body(new string('é', 2045)))).Refused(400, "bad_request");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"whatsapp"}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":"personal"}""")]
    [InlineData("""{"type":"personal","participants":[]}""")]
    [InlineData("""{"type":"personal","participants":[{"userId":"USER"},{"userId":"USER"}]}""")]
    [InlineData("""{"type":"personal","participants":{"userId":"USER"}}""")]
    [InlineData("""{"type":"personal","participants":["USER"]}""")]
    [InlineData("""{"type":"personal","participants":[{}]}""")]
    [InlineData("""{"type":"personal","participants":[{"userId":null}]}""")]
    [InlineData("""{"type":"personal","participants":[{"userId":"USER","userExternalId":"x"}]}""")]
    [InlineData("""{"type":"personal","participants":[{"userId":"USER","role":"x"}]}""")]
    [InlineData("""{"type":"personal","participants":[{"userId":"USER","subscribeSDKClient":"yes"}]}""")]
    [InlineData("""{"type":"personal","participants":[{"userId":"USER"}],"isDefault":true}""")]
    [InlineData("""{"type":"sdkGroup","participants":[{"userId":"USER"}]}""")]
    [InlineData("""{"type":"sdkGroup","participants":null}""")]
    [InlineData("""{"type":"sdkGroup","participants":[GROUPED,GROUPED]}""")]
    public async Task A_bad_new_conversation_is_refused_and_none_is_made(string body)
    {
        var grouped = body.Replace("GROUPED", """{"userId":"USER","subscribeSDKClient":true}""");
        (await client.Create(grouped.Replace("USER", client.Server.SampleUserId))).Refused(400, "bad_request");
        Assert.Empty((await client.Get(client.List)).Ids);
    }

    [Theory]
    [InlineData(10, HttpStatusCode.Created)]
    [InlineData(11, HttpStatusCode.BadRequest)]
    public async Task A_group_begins_with_ten_at_most(int count, HttpStatusCode status)
    {
        using var full = new SunshineClient(new SunshineSandbox(new SandboxOptions { Conversations = 200 }));
        var users = new SunshineSampleUsers(seed: 1).All(conversations: 200).Take(count)
            .Select(user => $$"""{"userId":"{{user.Id}}","subscribeSDKClient":false}""");
        var created = await full.Create($$"""{"type":"sdkGroup","participants":[{{string.Join(",", users)}}]}""");
        created.Expect(status);
    }

    [Fact]
    public async Task An_unknown_participant_is_not_found()
    {
        string[] unknown =
        [
            """ "userId":"000000000000000000000000" """,
            """ "userExternalId":"nobody" """,
            $$""" "userId":"{{client.Server.SampleUserExternalId}}" """,
        ];
        foreach (var name in unknown)
            (await client.Create($$"""{"type":"personal","participants":[{{{name}}}]}""")).Refused(404, "user_not_found");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var refusal = await client.Create("""{"displayName":"","nickname":"x","metadata":{"a":[]}}""");
        Assert.Equal(4, refusal.Refused(400, "bad_request", errors: 4).Titles.Distinct().Count());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Only_JSON_is_taken(string mediaType)
    {
        (await client.Send(HttpMethod.Post, client.Conversations, client.Personal, mediaType)).Refused(400, "bad_request");
        Assert.Empty((await client.Get(client.List)).Ids);
    }

    [Fact]
    public async Task A_body_has_100_kilobytes_at_most()
    {
        var spaces = new string(' ', (100 * 1024) - client.Personal.Length);
        (await client.Create(client.Personal + spaces + " ")).Refused(400, "bad_request");
        (await client.Create(client.Personal + spaces)).Expect(HttpStatusCode.Created);
    }
}
