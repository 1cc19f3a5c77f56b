using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class ConversationTests
{
    [Fact]
    public async Task A_conversation_is_created_with_what_was_given()
    {
        using var client = SandboxClient.Empty();
        var created = (await client.Post(
            client.Conversations,
            ("FriendlyName", "Über + uns"),
            ("UniqueName", "unique_name"),
            ("Attributes", """{ "topic": "feedback" }"""),
            ("DateCreated", "2015-12-16T22:18:37Z"),
            ("DateUpdated", "2015-12-17T00:18:38+02:00"),
            ("MessagingServiceSid", "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            ("Bindings.Email.Address", "shop@example.com"))).Expect(HttpStatusCode.Created);
        Assert.Equal("Über + uns", created.Text("friendly_name"));
        Assert.Equal("unique_name", created.Text("unique_name"));
        Assert.Equal("""{ "topic": "feedback" }""", created.Text("attributes"));
        Assert.Equal("2015-12-16T22:18:37Z", created.Text("date_created"));
        Assert.Equal("2015-12-16T22:18:38Z", created.Text("date_updated"));
        Assert.Equal("MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", created.Text("messaging_service_sid"));
        Assert.Equal("shop@example.com", created.Json.GetProperty("bindings").GetProperty("email").GetProperty("address").GetString());
        Assert.Equal(["participants", "messages", "webhooks", "export"], created.Json.GetProperty("links").EnumerateObject().Select(link => link.Name));
        Assert.Equal(created.Body, (await client.Get($"{client.Conversations}/{created.Text("sid")}")).Body);
    }

    [Fact]
    public async Task A_conversation_of_which_nothing_is_said_has_the_documented_defaults()
    {
        using var client = SandboxClient.Empty();
        var created = (await client.Post(client.Conversations)).Expect(HttpStatusCode.Created);
        Assert.Matches("^CH[0-9a-f]{32}$", created.Text("sid"));
        Assert.Equal(client.Server.DefaultServiceSid, created.Text("chat_service_sid"));
        Assert.Equal("active", created.Text("state"));
        Assert.Equal("{}", created.Text("attributes"));
        Assert.Null(created.Text("friendly_name"));
        Assert.Null(created.Text("unique_name"));
        Assert.Empty(created.Json.GetProperty("timers").EnumerateObject());
        Assert.Empty(created.Json.GetProperty("bindings").EnumerateObject());
    }

    [Theory]
    [InlineData("FriendlyName", 257, 50003)]
    [InlineData("UniqueName", 257, 50004)]
    public async Task A_name_has_at_most_256_characters(string field, int length, int code)
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Conversations, (field, new string('x', length)))).Refused(400, code);
        (await client.Post(client.Conversations, (field, new string('x', length - 1)))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Attributes_are_json_of_at_most_16_kilobytes()
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Conversations, ("Attributes", "{not json"))).Refused(400, 20001);
        (await client.Post(client.Conversations, ("Attributes", $"\"{new string('x', 16382)}\""))).Expect(HttpStatusCode.Created);
        (await client.Post(client.Conversations, ("Attributes", $"\"{new string('x', 16383)}\""))).Refused(400, 50303);
    }

    [Theory]
    [InlineData("DateCreated", "16.12.2015")]
    [InlineData("DateCreated", "2015-12-16")]
    [InlineData("DateUpdated", "2015-12-16T22:18:37")]
    [InlineData("State", "open")]
    [InlineData("MessagingServiceSid", "MG1")]
    public async Task A_value_of_the_wrong_form_is_refused_by_field(string field, string value)
    {
        using var client = SandboxClient.Empty();
        Assert.Contains(field, (await client.Post(client.Conversations, (field, value))).Refused(400, 20001).Message);
    }

    [Fact]
    public async Task A_unique_name_is_given_once_per_service()
    {
        using var client = SandboxClient.Empty();
        var first = await client.NewConversation(("UniqueName", "order-1"));
        var second = await client.NewConversation();
        var refusal = (await client.Post(client.Conversations, ("UniqueName", "order-1"))).Refused(409, 50353);
        Assert.Contains(first, refusal.Message);
        (await client.Post($"{client.Conversations}/{second}", ("UniqueName", "order-1"))).Refused(409, 50353);
        (await client.Post($"{client.Conversations}/{first}", ("UniqueName", "order-1"))).Expect(HttpStatusCode.OK);
        (await client.Post($"{client.Conversations}/{first}", ("UniqueName", "order-2"))).Expect(HttpStatusCode.OK);
        (await client.Post($"{client.Conversations}/{second}", ("UniqueName", "order-1"))).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("order-1")]
    [InlineData("lead/ana+ben@example.com 50%")]
    public async Task A_unique_name_addresses_the_conversation(string name)
    {
        using var client = SandboxClient.Empty();
        var sid = await client.NewConversation(("UniqueName", name));
        var path = $"{client.Conversations}/{Uri.EscapeDataString(name)}";
        Assert.Equal(sid, (await client.Get(path)).Text("sid"));
        Assert.Equal("b", (await client.Post(path, ("FriendlyName", "b"))).Text("friendly_name"));
        (await client.Delete(path)).Expect(HttpStatusCode.NoContent);
        (await client.Get($"{client.Conversations}/{sid}")).Refused(404, 20404);
    }

    [Fact]
    public async Task Below_a_conversation_only_its_sid_is_documented()
    {
        using var client = SandboxClient.Empty();
        await client.NewConversation(("UniqueName", "order-1"));
        (await client.Get(client.Participants("order-1"))).Refused(404, 20404);
    }

    [Fact]
    public async Task An_update_without_changes_still_says_when_it_was()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time);
        var sid = await client.NewConversation(("FriendlyName", "a"));
        time.Advance(TimeSpan.FromHours(1));
        var updated = (await client.Post($"{client.Conversations}/{sid}")).Expect(HttpStatusCode.OK);
        Assert.Equal("a", updated.Text("friendly_name"));
        Assert.Equal("2026-03-01T12:00:00Z", updated.Text("date_created"));
        Assert.Equal("2026-03-01T13:00:00Z", updated.Text("date_updated"));
        var written = await client.Post($"{client.Conversations}/{sid}", ("DateUpdated", "2020-01-01T00:00:00Z"));
        Assert.Equal("2020-01-01T00:00:00Z", written.Text("date_updated"));
    }

    [Fact]
    public async Task Deleting_takes_the_participants_along_and_happens_once()
    {
        using var client = SandboxClient.Empty();
        var sid = await client.NewConversation();
        await client.NewParticipant(sid, ("Identity", "ana"));
        var deleted = (await client.Delete($"{client.Conversations}/{sid}")).Expect(HttpStatusCode.NoContent);
        Assert.Empty(deleted.Body);
        (await client.Delete($"{client.Conversations}/{sid}")).Refused(404, 20404);
        (await client.Get(client.Participants(sid))).Refused(404, 20404);
        (await client.Get(client.Service)).Expect(HttpStatusCode.OK);
    }
}
