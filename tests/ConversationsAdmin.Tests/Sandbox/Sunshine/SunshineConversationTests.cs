using System.Net;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

public sealed class SunshineConversationTests : IDisposable
{
    private static readonly SandboxOptions Stopped = new() { Now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, 7, TimeSpan.Zero) };
    private readonly SunshineClient client = SunshineClient.Empty(Stopped);

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_new_conversation_has_what_it_was_given_and_nothing_else()
    {
        var bare = (await client.Create(client.Personal)).Expect(HttpStatusCode.Created);
        Assert.Matches("^[0-9a-f]{24}$", Id(bare));
        const string now = "2026-03-01T12:00:00.007Z";
        ExpectedJson.Is(
            $$"""{"id":"{{Id(bare)}}","type":"personal","isDefault":true,"lastUpdatedAt":"{{now}}","createdAt":"{{now}}"}""",
            bare.Conversation);
        Assert.Equal(bare.Body, (await client.Get(client.One(Id(bare)))).Expect(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task Every_field_is_kept_as_given_in_the_documented_order()
    {
        const string metadata = """{"lang":"en-ca","orders":3.50,"vip":true,"é":"<🙂>"}""";
        var id = await client.NewGroup(
            $$""" "metadata": {{metadata}}, "iconUrl": "https://example.com/i.png", "description": "d", "displayName": "n & m" """);
        ExpectedJson.Is(
            $$"""
            {"id":"{{id}}","type":"sdkGroup","metadata":{{metadata}},"isDefault":false,"displayName":"n & m","description":"d",
             "iconUrl":"https://example.com/i.png","lastUpdatedAt":"2026-03-01T12:00:00.007Z","createdAt":"2026-03-01T12:00:00.007Z"}
            """,
            (await client.Get(client.One(id))).Conversation);
        Assert.Equal(
            ["id", "type", "metadata", "isDefault", "displayName", "description", "iconUrl", "lastUpdatedAt", "createdAt"],
            (await client.Get(client.One(id))).Conversation.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task The_first_personal_conversation_is_the_default_and_no_other()
    {
        await client.NewGroup();
        await client.Create(client.Personal);
        await client.Create(client.Personal);
        var conversations = (await client.Get(client.List)).Conversations;
        Assert.Equal([false, true, false], conversations.Select(item => item.GetProperty("isDefault").GetBoolean()));
    }

    [Fact]
    public async Task A_participant_may_be_named_by_external_id()
    {
        var created = await client.Create(
            $$"""{"type":"personal","participants":[{"userExternalId":"{{client.Server.SampleUserExternalId}}"}]}""");
        Assert.Equal([Id(created.Expect(HttpStatusCode.Created))], (await client.Get(client.List)).Ids);
    }

    [Fact]
    public async Task A_group_may_have_nobody()
    {
        foreach (var body in (string[])["""{"type":"sdkGroup"}""", """{"type":"sdkGroup","participants":[]}"""])
        {
            var created = (await client.Create(body)).Expect(HttpStatusCode.Created);
            (await client.Get(client.One(Id(created)))).Expect(HttpStatusCode.OK);
        }
        Assert.Empty((await client.Get(client.List)).Ids);
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_null_clears()
    {
        var id = await client.NewGroup("""
            "displayName":"a","description":"b","iconUrl":"https://example.com/c","metadata":{"d":1,"e":2}
            """);
        var updated = (await client.Patch(id, """{"displayName":"x","description":null,"metadata":{"f":3}}""")).Expect(HttpStatusCode.OK);
        ExpectedJson.Is(
            $$"""
            {"id":"{{id}}","type":"sdkGroup","metadata":{"f":3},"isDefault":false,"displayName":"x","iconUrl":"https://example.com/c",
             "lastUpdatedAt":"2026-03-01T12:00:00.007Z","createdAt":"2026-03-01T12:00:00.007Z"}
            """,
            updated.Conversation);
        Assert.Equal(updated.Body, (await client.Get(client.One(id))).Body);

        await client.Patch(id, """{"displayName":null,"iconUrl":null,"metadata":null}""");
        Assert.Equal(
            ["id", "type", "isDefault", "lastUpdatedAt", "createdAt"],
            (await client.Get(client.One(id))).Conversation.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Only_a_message_counts_as_an_update_of_the_conversation()
    {
        var time = new ManualTime();
        using var other = SunshineClient.Empty(time: time);
        var id = await other.NewGroup();
        time.Advance(TimeSpan.FromHours(1));
        var updated = (await other.Patch(id, """{"displayName":"later"}""")).Conversation;
        Assert.Equal(updated.GetProperty("createdAt").GetString(), updated.GetProperty("lastUpdatedAt").GetString());
    }

    [Fact]
    public async Task A_deleted_conversation_is_gone()
    {
        var (gone, kept) = (await client.NewGroup(), await client.NewGroup());
        Assert.Equal("{}", (await client.Delete(client.One(gone))).Expect(HttpStatusCode.OK).Body);
        (await client.Delete(client.One(gone))).Refused(404, "conversation_not_found");
        (await client.Get(client.One(gone))).Refused(404, "conversation_not_found");
        (await client.Patch(gone, "{}")).Refused(404, "conversation_not_found");
        Assert.Equal([kept], (await client.Get(client.List)).Ids);
    }

    [Fact]
    public async Task The_default_conversation_stays()
    {
        var id = Id(await client.Create(client.Personal));
        Assert.Contains(id, (await client.Delete(client.One(id))).Refused(400, "bad_request").Titles[0]);
        (await client.Get(client.One(id))).Expect(HttpStatusCode.OK);
    }

    private static string Id(SunshineAnswer answer) => answer.Conversation.GetProperty("id").GetString()!;
}
