using System.Net;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class RoleTests
{
    private static readonly (string, string) Name = ("FriendlyName", "moderator");
    private static readonly (string, string) Type = ("Type", "conversation");
    private static readonly (string, string) Permission = ("Permission", "sendMessage");

    private static string[] Permissions(SandboxAnswer answer) =>
        [.. answer.Json.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()!)];

    [Fact]
    public async Task A_role_is_created_and_fetched_as_documented()
    {
        using var client = SandboxClient.Empty();
        var created = (await client.Post(client.Roles, Name, Type, Permission, ("Permission", "leaveConversation")))
            .Expect(HttpStatusCode.Created);
        var sid = created.Text("sid");
        Assert.Matches("^RL[0-9a-f]{32}$", sid);
        Assert.Equal(
            [
                "sid", "account_sid", "chat_service_sid", "friendly_name", "type", "permissions", "date_created", "date_updated", "url",
            ],
            created.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(client.Server.AccountSid, created.Text("account_sid"));
        Assert.Equal(client.Server.DefaultServiceSid, created.Text("chat_service_sid"));
        Assert.Equal(("moderator", "conversation"), (created.Text("friendly_name"), created.Text("type")));
        Assert.Equal(["sendMessage", "leaveConversation"], Permissions(created));
        Assert.Equal($"https://conversations.twilio.com{client.Roles}/{sid}", created.Text("url"));
        Assert.Equal(created.Body, (await client.Get($"{client.Roles}/{sid}")).Expect(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task A_role_needs_name_type_and_a_permission()
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Roles, Type, Permission)).Refused(400, 20001);
        (await client.Post(client.Roles, Name, Permission)).Refused(400, 20001);
        (await client.Post(client.Roles, Name, Type)).Refused(400, 20001);
        (await client.Post(client.Roles, Name, Type, ("Permission", ""))).Refused(400, 20001);
        (await client.Post(client.Roles, Name, ("Type", "channel"), Permission)).Refused(400, 20001);
        (await client.Post(client.Roles, ("FriendlyName", new string('x', 65)), Type, Permission)).Refused(400, 50003);
        (await client.Post(client.Roles, ("FriendlyName", new string('x', 64)), Type, Permission)).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_update_replaces_all_permissions_and_takes_nothing_else()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time);
        var created = await client.Post(client.Roles, Name, Type, Permission, ("Permission", "leaveConversation"));
        var role = $"{client.Roles}/{created.Text("sid")}";
        time.Advance(TimeSpan.FromMinutes(1));
        var updated = (await client.Post(role, ("Permission", "editOwnMessage"), ("Permission", "deleteOwnMessage"))).Expect(HttpStatusCode.OK);
        Assert.Equal(["editOwnMessage", "deleteOwnMessage"], Permissions(updated));
        Assert.Equal(("2026-03-01T12:00:00Z", "2026-03-01T12:01:00Z"), (updated.Text("date_created"), updated.Text("date_updated")));
        Assert.Equal(updated.Body, (await client.Get(role)).Body);
        (await client.Post(role)).Refused(400, 20001);
        (await client.Post(role, Permission, Name)).Refused(400, 20001);
        Assert.Equal(updated.Body, (await client.Get(role)).Body);
    }

    [Fact]
    public async Task A_deleted_role_is_gone()
    {
        using var client = SandboxClient.Empty();
        var role = $"{client.Roles}/{await client.NewRole("service")}";
        Assert.Empty((await client.Delete(role)).Expect(HttpStatusCode.NoContent).Body);
        (await client.Get(role)).Refused(404, 20404);
        (await client.Post(role, Permission)).Refused(404, 20404);
        (await client.Delete(role)).Refused(404, 20404);
        Assert.Equal(4, (await client.Get(client.Roles)).Items().Length);
    }

    [Theory]
    [InlineData("default_conversation_creator_role_sid", "DefaultConversationCreatorRoleSid", "conversation")]
    [InlineData("default_conversation_role_sid", "DefaultConversationRoleSid", "conversation")]
    [InlineData("default_chat_service_role_sid", "DefaultChatServiceRoleSid", "service")]
    public async Task A_default_role_can_be_deleted_only_when_another_took_its_place(string property, string field, string type)
    {
        using var client = SandboxClient.Empty();
        var role = $"{client.Roles}/{(await client.Get(client.Configuration)).Text(property)}";
        (await client.Delete(role)).Refused(400, 20001);
        (await client.Get(role)).Expect(HttpStatusCode.OK);
        (await client.Post(client.Configuration, (field, await client.NewRole(type)))).Expect(HttpStatusCode.OK);
        (await client.Delete(role)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Roles_are_listed_in_pages_of_at_most_50()
    {
        using var client = SandboxClient.Empty();
        var made = new List<string>();
        for (var number = 0; number < 50; number++)
            made.Add(await client.NewRole("service"));
        var first = (await client.Get(client.Roles)).Expect(HttpStatusCode.OK);
        Assert.Equal(("roles", 50), (first.Meta("key"), first.Items().Length));
        var all = (await client.All(client.Roles + "?PageSize=20")).Select(role => role.GetProperty("sid").GetString()!).ToList();
        Assert.Equal(54, all.Distinct().Count());
        Assert.Empty(made.Except(all));
        (await client.Get(client.Roles + "?PageSize=51")).Refused(400, 20001);
    }

    [Fact]
    public async Task A_role_belongs_to_one_service()
    {
        using var client = SandboxClient.Empty();
        var other = (await client.Post("/v1/Services", ("FriendlyName", "Other"))).Text("sid");
        (await client.Get($"/v1/Services/{other}/Roles/{await client.NewRole("service")}")).Refused(404, 20404);
    }

    [Fact]
    public async Task Role_writes_use_the_budget_of_their_service()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time, new SandboxOptions { WriteLimitPerSecond = 3 });
        var sid = await client.NewRole("service");
        (await client.Post($"{client.Roles}/{sid}", Permission)).Expect(HttpStatusCode.OK);
        (await client.Delete($"{client.Roles}/{sid}")).Expect(HttpStatusCode.NoContent);
        (await client.Post(client.Roles, Name, Type, Permission)).Refused(429, 50063);
        (await client.Post(client.Conversations)).Refused(429, 50063);
        (await client.Get(client.Roles)).Expect(HttpStatusCode.OK);
        time.Advance(TimeSpan.FromSeconds(1));
        await client.NewRole("service");
    }

    [Fact]
    public async Task A_participant_takes_a_conversation_role_of_its_service()
    {
        using var client = SandboxClient.Empty();
        var participants = client.Participants(await client.NewConversation());
        var (inConversation, inService) = (await client.NewRole("conversation"), await client.NewRole("service"));
        var unknown = "RL" + new string('0', 32);
        (await client.Post(participants, ("Identity", "ana"), ("RoleSid", inService))).Refused(400, 20001);
        (await client.Post(participants, ("Identity", "ana"), ("RoleSid", unknown))).Refused(400, 50100);
        Assert.Empty((await client.Get(participants)).Items());
        var ana = $"{participants}/{(await client.Post(participants, ("Identity", "ana"))).Text("sid")}";
        (await client.Post(ana, ("RoleSid", inService))).Refused(400, 20001);
        (await client.Post(ana, ("RoleSid", unknown))).Refused(400, 50100);
        Assert.Equal(inConversation, (await client.Post(ana, ("RoleSid", inConversation))).Text("role_sid"));
        Assert.Equal(inConversation, (await client.Post(ana, ("Attributes", "{}"))).Text("role_sid"));
    }
}
