using System.Net;
using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class UserTests
{
    [Fact]
    public async Task A_user_is_created_and_fetched_as_documented()
    {
        using var client = SandboxClient.Empty();
        var role = await client.NewRole("service");
        var created = (await client.Post(
            client.Users,
            ("Identity", "ana/b+c@example.com"),
            ("FriendlyName", "Ana"),
            ("Attributes", """{ "duty": "tech" }"""),
            ("RoleSid", role))).Expect(HttpStatusCode.Created);
        var sid = created.Text("sid")!;
        var address = $"https://conversations.twilio.com{client.Users}/{sid}";
        Assert.Matches("^US[0-9a-f]{32}$", sid);
        Assert.Equal(
            [
                "sid", "account_sid", "chat_service_sid", "role_sid", "identity", "friendly_name", "attributes", "is_online",
                "is_notifiable", "date_created", "date_updated", "url", "links",
            ],
            created.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(client.Server.AccountSid, created.Text("account_sid"));
        Assert.Equal(client.Server.DefaultServiceSid, created.Text("chat_service_sid"));
        Assert.Equal(role, created.Text("role_sid"));
        Assert.Equal(("ana/b+c@example.com", "Ana"), (created.Text("identity"), created.Text("friendly_name")));
        Assert.Equal("""{ "duty": "tech" }""", created.Text("attributes"));
        Assert.Equal(JsonValueKind.Null, created.Json.GetProperty("is_online").ValueKind);
        Assert.Equal(JsonValueKind.Null, created.Json.GetProperty("is_notifiable").ValueKind);
        Assert.Equal(address, created.Text("url"));
        Assert.Equal($$"""{"user_conversations":"{{address}}/Conversations"}""", created.Json.GetProperty("links").GetRawText());
        Assert.Equal(created.Body, (await client.Get(client.User(sid))).Body);
        Assert.Equal(created.Body, (await client.Get(client.User("ana/b+c@example.com"))).Body);
    }

    [Fact]
    public async Task A_user_needs_only_an_identity()
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Users)).Refused(400, 20001);
        (await client.Post(client.Users, ("Identity", ""))).Refused(400, 20001);
        var created = (await client.Post(client.Users, ("Identity", "ana"))).Expect(HttpStatusCode.Created);
        Assert.Null(created.Text("friendly_name"));
        Assert.Equal("{}", created.Text("attributes"));
    }

    [Fact]
    public async Task An_identity_is_one_user_of_a_service_and_case_counts()
    {
        using var client = SandboxClient.Empty();
        var sid = await client.NewUser("ana");
        Assert.Contains(sid, (await client.Post(client.Users, ("Identity", "ana"))).Refused(409, 50201).Message);
        await client.NewUser("Ana");
        var other = (await client.Post("/v1/Services", ("FriendlyName", "Other"))).Text("sid");
        (await client.Post($"/v1/Services/{other}/Users", ("Identity", "ana"))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_identity_must_not_look_like_the_sid_of_a_user()
    {
        using var client = SandboxClient.Empty();
        var likeSid = "US" + new string('a', 32);
        (await client.Post(client.Users, ("Identity", likeSid))).Refused(400, 50206);
        var participants = client.Participants(await client.NewConversation());
        (await client.Post(participants, ("Identity", likeSid))).Refused(400, 50206);
        var ana = (await client.Post(participants, ("Identity", "ana"))).Text("sid");
        (await client.Post($"{participants}/{ana}", ("Identity", likeSid))).Refused(400, 50206);
        await client.NewUser(likeSid[..33]);
        await client.NewUser("US" + new string('g', 32));
    }

    [Fact]
    public async Task The_fields_keep_their_limits()
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Users, ("Identity", new string('x', 257)))).Refused(400, 50207);
        (await client.Post(client.Users, ("Identity", "ana"), ("FriendlyName", new string('x', 257)))).Refused(400, 50003);
        (await client.Post(client.Users, ("Identity", "ana"), ("Attributes", "{"))).Refused(400, 20001);
        (await client.Post(client.Users, ("Identity", "ana"), ("Attributes", $"\"{new string('x', (16 * 1024) - 1)}\""))).Refused(400, 50303);
        (await client.Post(client.Users, ("Identity", "ana"), ("RoleSid", "RL1"))).Refused(400, 20001);
        Assert.Empty((await client.Get(client.Users)).Items());
        await client.NewUser(new string('x', 256), ("FriendlyName", new string('x', 256)), ("Attributes", $"\"{new string('x', (16 * 1024) - 2)}\""));
    }

    [Fact]
    public async Task A_user_takes_a_service_role_of_its_service()
    {
        using var client = SandboxClient.Empty();
        var (inConversation, inService) = (await client.NewRole("conversation"), await client.NewRole("service"));
        var unknown = "RL" + new string('0', 32);
        (await client.Post(client.Users, ("Identity", "ana"), ("RoleSid", inConversation))).Refused(400, 20001);
        (await client.Post(client.Users, ("Identity", "ana"), ("RoleSid", unknown))).Refused(400, 50100);
        Assert.Empty((await client.Get(client.Users)).Items());
        await client.NewUser("ana");
        (await client.Post(client.User("ana"), ("FriendlyName", "x"), ("RoleSid", inConversation))).Refused(400, 20001);
        (await client.Post(client.User("ana"), ("FriendlyName", "x"), ("RoleSid", unknown))).Refused(400, 50100);
        Assert.Null((await client.Get(client.User("ana"))).Text("friendly_name"));
        Assert.Equal(inService, (await client.Post(client.User("ana"), ("RoleSid", inService))).Text("role_sid"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_update_by_sid_or_identity_changes_what_it_names(bool bySid)
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time);
        var sid = await client.NewUser("ana", ("FriendlyName", "Ana"));
        time.Advance(TimeSpan.FromMinutes(1));
        var path = client.User(bySid ? sid : "ana");
        var updated = (await client.Post(path, ("Attributes", """{"a":1}"""))).Expect(HttpStatusCode.OK);
        Assert.Equal(("Ana", """{"a":1}"""), (updated.Text("friendly_name"), updated.Text("attributes")));
        Assert.Equal(("2026-03-01T12:00:00Z", "2026-03-01T12:01:00Z"), (updated.Text("date_created"), updated.Text("date_updated")));
        Assert.Equal(updated.Body, (await client.Get(path)).Body);
        (await client.Post(path, ("Identity", "ben"))).Refused(400, 20001);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_user_deleted_by_sid_or_identity_is_gone(bool bySid)
    {
        using var client = SandboxClient.Empty();
        var sid = await client.NewUser("ana");
        var path = client.User(bySid ? sid : "ana");
        Assert.Empty((await client.Delete(path)).Expect(HttpStatusCode.NoContent).Body);
        (await client.Get(client.User(sid))).Refused(404, 20404);
        (await client.Get(client.User("ana"))).Refused(404, 20404);
        (await client.Post(path)).Refused(404, 20404);
        (await client.Delete(path)).Refused(404, 20404);
        Assert.Empty((await client.Get(client.Users)).Items());
        Assert.NotEqual(sid, await client.NewUser("ana"));
    }

    [Fact]
    public async Task Whoever_chats_becomes_a_user_once()
    {
        using var client = SandboxClient.Empty();
        var (first, second) = (await client.NewConversation(), await client.NewConversation());
        await client.NewParticipant(first, ("MessagingBinding.Address", "+15558675310"), ("MessagingBinding.ProxyAddress", "+15017122661"));
        Assert.Empty((await client.Get(client.Users)).Items());
        var ana = await client.NewParticipant(first, ("Identity", "ana"));
        var sid = (await client.Get(client.User("ana"))).Expect(HttpStatusCode.OK).Text("sid")!;
        await client.NewParticipant(second, ("Identity", "ana"));
        Assert.Equal([sid], (await client.Get(client.Users)).Sids());
        (await client.Post($"{client.Participants(first)}/{ana}", ("Identity", "ben"))).Expect(HttpStatusCode.OK);
        (await client.Get(client.User("ben"))).Expect(HttpStatusCode.OK);
        (await client.Post(client.Users, ("Identity", "ben"))).Refused(409, 50201);
    }

    [Fact]
    public async Task The_participants_of_a_deleted_user_stay()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var participant = await client.NewParticipant(conversation, ("Identity", "ana"));
        await client.Delete(client.User("ana"));
        Assert.Equal([participant], (await client.Get(client.Participants(conversation))).Sids());
        (await client.Get(client.User("ana") + "/Conversations")).Refused(404, 50200);
        await client.NewUser("ana");
        Assert.Single((await client.Get(client.User("ana") + "/Conversations")).Items());
    }

    [Fact]
    public async Task Users_are_listed_in_pages_of_at_most_50()
    {
        using var client = SandboxClient.Empty();
        var made = new List<string>();
        for (var number = 0; number < 51; number++)
            made.Add(await client.NewUser($"user-{number}"));
        var first = await client.Get(client.Users);
        Assert.Equal(("users", 50), (first.Meta("key"), first.Items().Length));
        Assert.Equal(made.Order(), (await client.All(client.Users + "?PageSize=20")).Select(user => user.GetProperty("sid").GetString()!).Order());
        (await client.Get(client.Users + "?PageSize=51")).Refused(400, 20001);
    }

    [Fact]
    public async Task Writing_a_user_takes_the_webhook_header_and_reading_does_not()
    {
        using var client = SandboxClient.Empty();
        (await Send(client, HttpMethod.Post, client.Users, "Identity=ana")).Expect(HttpStatusCode.Created);
        (await Send(client, HttpMethod.Post, client.User("ana"), "FriendlyName=Ana")).Expect(HttpStatusCode.OK);
        (await Send(client, HttpMethod.Get, client.User("ana"))).Refused(400, 20001);
        (await Send(client, HttpMethod.Delete, client.User("ana"))).Expect(HttpStatusCode.NoContent);
        (await Send(client, HttpMethod.Post, client.Roles, "FriendlyName=x&Type=service&Permission=joinConversation")).Refused(400, 20001);
        (await Send(client, HttpMethod.Post, client.Configuration, "ReachabilityEnabled=true")).Refused(400, 20001);
    }

    [Fact]
    public async Task User_writes_use_the_budget_of_their_service()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time, new SandboxOptions { WriteLimitPerSecond = 3 });
        await client.NewUser("ana");
        (await client.Post(client.User("ana"), ("FriendlyName", "Ana"))).Expect(HttpStatusCode.OK);
        (await client.Delete(client.User("ana"))).Expect(HttpStatusCode.NoContent);
        (await client.Post(client.Users, ("Identity", "ben"))).Refused(429, 50063);
        (await client.Get(client.Users)).Expect(HttpStatusCode.OK);
        time.Advance(TimeSpan.FromSeconds(1));
        await client.NewUser("ben");
    }

    private static Task<SandboxAnswer> Send(SandboxClient client, HttpMethod method, string path, string? form = null)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Twilio-Webhook-Enabled", "true");
        if (form is not null)
            request.Content = new StringContent(form, null, "application/x-www-form-urlencoded");
        return client.Send(request);
    }
}
