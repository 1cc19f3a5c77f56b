using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class MessageTests
{
    private const string Media = "MEaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Content = "HXaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Fact]
    public async Task A_message_is_created_with_what_was_given()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var ana = await client.NewParticipant(conversation, ("Identity", "ana"));
        var created = (await client.Post(
            client.Messages(conversation),
            ("Author", "ana"),
            ("Body", "Hello + 100% 🙂"),
            ("Subject", "greeting"),
            ("Attributes", """{ "importance": "high" }"""),
            ("DateCreated", "2015-12-16T22:18:37Z"),
            ("DateUpdated", "2015-12-16T22:18:38Z"))).Expect(HttpStatusCode.Created);
        var path = $"{client.Messages(conversation)}/{created.Text("sid")}";
        Assert.Matches("^IM[0-9a-f]{32}$", created.Text("sid"));
        Assert.Equal(client.Server.AccountSid, created.Text("account_sid"));
        Assert.Equal(client.Server.DefaultServiceSid, created.Text("chat_service_sid"));
        Assert.Equal(conversation, created.Text("conversation_sid"));
        Assert.Equal(("ana", ana), (created.Text("author"), created.Text("participant_sid")));
        Assert.Equal("Hello + 100% 🙂", created.Text("body"));
        Assert.Equal("""{ "importance": "high" }""", created.Text("attributes"));
        Assert.Equal("2015-12-16T22:18:37Z", created.Text("date_created"));
        Assert.Equal("2015-12-16T22:18:38Z", created.Text("date_updated"));
        Assert.Equal($"https://conversations.twilio.com{path}", created.Text("url"));
        var links = created.Json.GetProperty("links");
        Assert.Equal($"https://conversations.twilio.com{path}/Receipts", links.GetProperty("delivery_receipts").GetString());
        Assert.Equal($"https://conversations.twilio.com{path}/ChannelMetadata", links.GetProperty("channel_metadata").GetString());
        Assert.Equal(created.Body, (await client.Get(path)).Expect(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task A_message_of_which_nothing_is_said_has_the_documented_defaults()
    {
        using var client = SandboxClient.Empty();
        var created = (await client.Post(client.Messages(await client.NewConversation()))).Expect(HttpStatusCode.Created);
        Assert.Equal("system", created.Text("author"));
        Assert.Equal("{}", created.Text("attributes"));
        Assert.Equal(0, created.Json.GetProperty("index").GetInt32());
        foreach (var name in new[] { "body", "media", "participant_sid", "delivery", "content_sid", "date_updated" })
            Assert.Equal("null", created.Json.GetProperty(name).GetRawText());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", created.Text("date_created"));
    }

    [Fact]
    public async Task An_index_counts_up_in_its_conversation_and_is_not_given_twice()
    {
        using var client = SandboxClient.Empty();
        var (first, second) = (await client.NewConversation(), await client.NewConversation());
        await client.NewMessage(first);
        var newest = await client.NewMessage(first);
        Assert.Equal(1, await IndexOf(client, first, newest));
        Assert.Equal(0, await IndexOf(client, second, await client.NewMessage(second)));
        (await client.Delete($"{client.Messages(first)}/{newest}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(2, await IndexOf(client, first, await client.NewMessage(first)));
        Assert.Equal(3, await IndexOf(client, first, await client.NewMessage(first)));
    }

    [Fact]
    public async Task The_author_is_tied_to_the_participant_of_that_identity_or_address()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var sms = await client.NewParticipant(
            conversation, ("MessagingBinding.Address", "+15558675310"), ("MessagingBinding.ProxyAddress", "+15017122661"));
        var messages = client.Messages(conversation);
        Assert.Equal(sms, (await client.Post(messages, ("Author", "+15558675310"))).Text("participant_sid"));
        var stranger = await client.Post(messages, ("Author", "somebody"));
        Assert.Equal(("somebody", null), (stranger.Text("author"), stranger.Text("participant_sid")));
        (await client.Post(messages, ("Author", ""))).Refused(400, 20001);
        var resigned = await client.Post($"{messages}/{stranger.Text("sid")}", ("Author", "+15558675310"));
        Assert.Equal(sms, resigned.Text("participant_sid"));
    }

    [Fact]
    public async Task Media_are_described()
    {
        using var client = SandboxClient.Empty();
        var messages = client.Messages(await client.NewConversation());
        var media = (await client.Post(messages, ("MediaSid", Media))).Json.GetProperty("media").EnumerateArray().Single();
        Assert.Equal(Media, media.GetProperty("sid").GetString());
        Assert.Equal(["sid", "size", "content_type", "filename"], media.EnumerateObject().Select(property => property.Name));
        (await client.Post(messages, ("MediaSid", "ME1"))).Refused(400, 50510);
    }

    [Fact]
    public async Task A_template_takes_the_place_of_body_and_media()
    {
        using var client = SandboxClient.Empty();
        var messages = client.Messages(await client.NewConversation());
        var created = (await client.Post(
            messages, ("ContentSid", Content), ("ContentVariables", """{"1":"Ana"}"""), ("Body", "ignored"), ("MediaSid", Media)))
            .Expect(HttpStatusCode.Created);
        Assert.Equal(Content, created.Text("content_sid"));
        Assert.Null(created.Text("body"));
        Assert.Equal("null", created.Json.GetProperty("media").GetRawText());
    }

    [Theory]
    [InlineData("HX1", "{}", 50526)]
    [InlineData(Content, "{not json", 50527)]
    [InlineData(Content, "[1]", 50527)]
    [InlineData(null, "{}", 50528)]
    public async Task Template_and_variables_have_to_fit(string? content, string variables, int code)
    {
        using var client = SandboxClient.Empty();
        (string, string)[] fields = [("ContentVariables", variables)];
        if (content is not null)
            fields = [("ContentSid", content), .. fields];
        var messages = client.Messages(await client.NewConversation());
        (await client.Post(messages, fields)).Refused(400, code);
        Assert.Empty((await client.Get(messages)).Items());
    }

    [Fact]
    public async Task A_variable_has_at_most_256_characters()
    {
        using var client = SandboxClient.Empty();
        var messages = client.Messages(await client.NewConversation());
        string Variables(int length) => $$"""{"1":"{{new string('x', length)}}"}""";
        (await client.Post(messages, ("ContentSid", Content), ("ContentVariables", Variables(257)))).Refused(400, 50541);
        (await client.Post(messages, ("ContentSid", Content), ("ContentVariables", Variables(256)))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_body_in_chat_has_at_most_32_kilobytes()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        await client.NewParticipant(conversation, ("Identity", "ana"));
        var messages = client.Messages(conversation);
        (await client.Post(messages, ("Body", new string('x', 32_768)))).Expect(HttpStatusCode.Created);
        (await client.Post(messages, ("Body", new string('x', 32_769)))).Refused(400, 50504);
        (await client.Post(messages, ("Body", new string('ü', 16_385)))).Refused(400, 50504);
    }

    [Theory]
    [InlineData("")]
    [InlineData("whatsapp:")]
    public async Task A_body_for_phones_has_at_most_1600_characters(string channel)
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        await client.NewParticipant(
            conversation,
            ("MessagingBinding.Address", channel + "+15558675310"),
            ("MessagingBinding.ProxyAddress", channel + "+15017122661"));
        var messages = client.Messages(conversation);
        var sid = await client.NewMessage(conversation, ("Body", new string('ü', 1600)));
        (await client.Post(messages, ("Body", new string('x', 1601)))).Refused(400, 50504);
        (await client.Post($"{messages}/{sid}", ("Body", new string('x', 1601)))).Refused(400, 50504);
    }

    [Fact]
    public async Task Other_fields_keep_their_limits()
    {
        using var client = SandboxClient.Empty();
        var messages = client.Messages(await client.NewConversation());
        (await client.Post(messages, ("Subject", new string('x', 257)))).Refused(400, 20001);
        (await client.Post(messages, ("Subject", new string('x', 256)))).Expect(HttpStatusCode.Created);
        (await client.Post(messages, ("Attributes", "{"))).Refused(400, 20001);
        (await client.Post(messages, ("Attributes", $"\"{new string('x', 4095)}\""))).Refused(400, 50303);
        (await client.Post(messages, ("Attributes", $"\"{new string('x', 4094)}\""))).Expect(HttpStatusCode.Created);
        (await client.Post(messages, ("DateCreated", "yesterday"))).Refused(400, 20001);
        (await client.Post(messages, ("Index", "4"))).Refused(400, 20001);
    }

    [Fact]
    public async Task An_update_writes_what_is_documented()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time);
        var conversation = await client.NewConversation();
        var path = $"{client.Messages(conversation)}/{await client.NewMessage(conversation, ("Body", "a"), ("MediaSid", Media))}";
        time.Advance(TimeSpan.FromHours(1));
        var edited = (await client.Post(path, ("Body", "b"))).Expect(HttpStatusCode.OK);
        Assert.Equal(("b", "2026-03-01T12:00:00Z"), (edited.Text("body"), edited.Text("date_created")));
        Assert.Equal("2026-03-01T13:00:00Z", edited.Text("date_updated"));
        var dated = await client.Post(
            path, ("Attributes", "[1]"), ("DateCreated", "2020-01-01T00:00:00Z"), ("DateUpdated", "2020-01-02T00:00:00Z"));
        Assert.Equal(("b", "[1]"), (dated.Text("body"), dated.Text("attributes")));
        Assert.Equal(("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"), (dated.Text("date_created"), dated.Text("date_updated")));
        Assert.Equal(Media, dated.Json.GetProperty("media")[0].GetProperty("sid").GetString());
        Assert.Equal(dated.Body, (await client.Get(path)).Body);
        (await client.Post(path, ("MediaSid", Media))).Refused(400, 20001);
        (await client.Post(path, ("ContentSid", Content))).Refused(400, 20001);
    }

    [Fact]
    public async Task A_message_is_deleted_once()
    {
        using var client = SandboxClient.Empty();
        var (conversation, other) = (await client.NewConversation(), await client.NewConversation());
        var sid = await client.NewMessage(conversation);
        (await client.Delete($"{client.Messages(other)}/{sid}")).Refused(404, 20404);
        var path = $"{client.Messages(conversation)}/{sid}";
        Assert.Empty((await client.Delete(path)).Expect(HttpStatusCode.NoContent).Body);
        Assert.EndsWith(path + ".", (await client.Delete(path)).Refused(404, 20404).Message);
        (await client.Get(path)).Refused(404, 20404);
        (await client.Post(path, ("Body", "x"))).Refused(404, 20404);
        Assert.Empty((await client.Get(client.Messages(conversation))).Items());
    }

    [Fact]
    public async Task A_closed_conversation_takes_no_message()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var path = $"{client.Messages(conversation)}/{await client.NewMessage(conversation)}";
        await client.Post($"{client.Conversations}/{conversation}", ("State", "closed"));
        (await client.Post(client.Messages(conversation), ("Body", "late"))).Refused(400, 50377);
        (await client.Post(path, ("Body", "late"))).Refused(400, 50377);
        Assert.Single((await client.Get(client.Messages(conversation))).Items());
        (await client.Delete(path)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_initializing_conversation_takes_no_message()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation(("State", "initializing"));
        (await client.Post(client.Messages(conversation), ("Body", "early"))).Refused(400, 50386);
    }

    [Fact]
    public async Task A_message_makes_an_inactive_conversation_active()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time);
        var conversation = await client.NewConversation(("State", "active"), ("Timers.Inactive", "PT1M"));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("inactive", (await client.Get($"{client.Conversations}/{conversation}")).Text("state"));
        await client.NewMessage(conversation);
        var awake = await client.Get($"{client.Conversations}/{conversation}");
        Assert.Equal(("active", "2026-03-01T12:02:00Z"), (awake.Text("state"), awake.Text("date_updated")));
    }

    [Fact]
    public async Task A_message_leaves_the_date_of_an_active_conversation()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time);
        var conversation = await client.NewConversation();
        time.Advance(TimeSpan.FromMinutes(2));
        await client.NewMessage(conversation);
        Assert.Equal("2026-03-01T12:00:00Z", (await client.Get($"{client.Conversations}/{conversation}")).Text("date_updated"));
        Assert.Equal("2026-03-01T12:02:00Z", (await client.Get(client.Messages(conversation))).Items()[0].GetProperty("date_created").GetString());
    }

    [Fact]
    public async Task Messages_outlive_their_author_but_not_their_conversation()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var ana = await client.NewParticipant(conversation, ("Identity", "ana"));
        var path = $"{client.Messages(conversation)}/{await client.NewMessage(conversation, ("Author", "ana"))}";
        await client.Delete($"{client.Participants(conversation)}/{ana}");
        Assert.Equal(ana, (await client.Get(path)).Expect(HttpStatusCode.OK).Text("participant_sid"));
        await client.Delete($"{client.Conversations}/{conversation}");
        (await client.Get(path)).Refused(404, 20404);
    }

    [Fact]
    public async Task Writing_messages_uses_the_budget_of_their_conversation()
    {
        using var client = SandboxClient.Empty(new ManualTime(), new() { WriteLimitPerSecond = 3 });
        var (first, second) = (await client.NewConversation(), await client.NewConversation());
        var path = $"{client.Messages(first)}/{await client.NewMessage(first)}";
        await client.Post(path, ("Body", "x"));
        (await client.Delete(path)).Expect(HttpStatusCode.NoContent);
        (await client.Post(client.Messages(first))).Refused(429, 50074);
        (await client.Get(client.Messages(first))).Expect(HttpStatusCode.OK);
        await client.NewMessage(second);
    }

    [Fact]
    public async Task Writes_take_the_webhook_header_and_reads_do_not()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var path = $"{client.Messages(conversation)}/{await client.NewMessage(conversation)}";
        (await client.SendWithWebhookHeader(HttpMethod.Post, client.Messages(conversation))).Expect(HttpStatusCode.Created);
        (await client.SendWithWebhookHeader(HttpMethod.Post, path)).Expect(HttpStatusCode.OK);
        (await client.SendWithWebhookHeader(HttpMethod.Get, path)).Refused(400, 20001);
        (await client.SendWithWebhookHeader(HttpMethod.Delete, path)).Expect(HttpStatusCode.NoContent);
    }

    private static async Task<int> IndexOf(SandboxClient client, string conversation, string sid) =>
        (await client.Get($"{client.Messages(conversation)}/{sid}")).Json.GetProperty("index").GetInt32();
}
