using System.Net;
using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class ServiceConfigurationTests
{
    private const string CreatorRole = "DefaultConversationCreatorRoleSid";
    private const string ConversationRole = "DefaultConversationRoleSid";
    private const string ServiceRole = "DefaultChatServiceRoleSid";

    [Theory]
    [InlineData("default_conversation_creator_role_sid", "channel admin", "conversation")]
    [InlineData("default_conversation_role_sid", "channel user", "conversation")]
    [InlineData("default_chat_service_role_sid", "service user", "service")]
    public async Task A_new_service_has_default_roles_that_exist(string property, string name, string type)
    {
        using var client = SandboxClient.Empty();
        var service = (await client.Post("/v1/Services", ("FriendlyName", "Other"))).Text("sid");
        foreach (var path in new[] { client.Service, $"/v1/Services/{service}" })
        {
            var sid = (await client.Get($"{path}/Configuration")).Expect(HttpStatusCode.OK).Text(property);
            var role = (await client.Get($"{path}/Roles/{sid}")).Expect(HttpStatusCode.OK);
            Assert.Equal((name, type), (role.Text("friendly_name"), role.Text("type")));
            Assert.NotEmpty(role.Json.GetProperty("permissions").EnumerateArray());
        }
    }

    [Fact]
    public async Task The_configuration_has_the_documented_fields()
    {
        using var client = SandboxClient.Empty();
        var configuration = (await client.Get(client.Configuration)).Expect(HttpStatusCode.OK);
        var address = $"https://conversations.twilio.com{client.Configuration}";
        Assert.Equal(
            [
                "chat_service_sid", "default_conversation_creator_role_sid", "default_conversation_role_sid",
                "default_chat_service_role_sid", "reachability_enabled", "url", "links",
            ],
            configuration.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(client.Server.DefaultServiceSid, configuration.Text("chat_service_sid"));
        Assert.Equal(JsonValueKind.False, configuration.Json.GetProperty("reachability_enabled").ValueKind);
        Assert.Equal(address, configuration.Text("url"));
        Assert.Equal(
            $$"""{"notifications":"{{address}}/Notifications","webhooks":"{{address}}/Webhooks"}""",
            configuration.Json.GetProperty("links").GetRawText());
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_stays()
    {
        using var client = SandboxClient.Empty();
        var before = await client.Get(client.Configuration);
        var (inConversation, inService) = (await client.NewRole("conversation"), await client.NewRole("service"));
        var first = (await client.Post(client.Configuration, (CreatorRole, inConversation), ("ReachabilityEnabled", "true")))
            .Expect(HttpStatusCode.OK);
        Assert.Equal(inConversation, first.Text("default_conversation_creator_role_sid"));
        Assert.Equal(before.Text("default_conversation_role_sid"), first.Text("default_conversation_role_sid"));
        Assert.Equal(before.Text("default_chat_service_role_sid"), first.Text("default_chat_service_role_sid"));
        Assert.True(first.Json.GetProperty("reachability_enabled").GetBoolean());

        var second = await client.Post(client.Configuration, (ConversationRole, inConversation), (ServiceRole, inService));
        Assert.Equal(inConversation, second.Text("default_conversation_role_sid"));
        Assert.Equal(inService, second.Text("default_chat_service_role_sid"));
        Assert.True(second.Json.GetProperty("reachability_enabled").GetBoolean());
        Assert.Equal(second.Body, (await client.Get(client.Configuration)).Body);
    }

    [Theory]
    [InlineData(CreatorRole, "service")]
    [InlineData(ConversationRole, "service")]
    [InlineData(ServiceRole, "conversation")]
    public async Task A_role_of_the_other_type_is_refused(string field, string type)
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Configuration, (field, await client.NewRole(type)))).Refused(400, 20001);
    }

    [Fact]
    public async Task A_role_of_another_service_is_refused_and_nothing_changes()
    {
        using var client = SandboxClient.Empty();
        var other = (await client.Post("/v1/Services", ("FriendlyName", "Other"))).Text("sid");
        var foreign = (await client.Get($"/v1/Services/{other}/Configuration")).Text("default_chat_service_role_sid")!;
        var own = await client.NewRole("conversation");
        var before = (await client.Get(client.Configuration)).Body;
        var refusal = (await client.Post(client.Configuration, (CreatorRole, own), (ServiceRole, foreign), ("ReachabilityEnabled", "true")))
            .Refused(400, 50100);
        Assert.Contains(foreign, refusal.Message);
        Assert.Equal(before, (await client.Get(client.Configuration)).Body);
    }

    [Theory]
    [InlineData(CreatorRole, "RL1")]
    [InlineData(ServiceRole, "")]
    [InlineData("ReachabilityEnabled", "yes")]
    [InlineData("ReachabilityEnabled", "True")]
    [InlineData("FriendlyName", "x")]
    public async Task A_malformed_field_is_refused(string name, string value)
    {
        using var client = SandboxClient.Empty();
        Assert.Contains(name, (await client.Post(client.Configuration, (name, value))).Refused(400, 20001).Message);
    }

    [Fact]
    public async Task The_defaults_are_what_new_users_and_participants_get()
    {
        using var client = SandboxClient.Empty();
        var (inConversation, inService) = (await client.NewRole("conversation"), await client.NewRole("service"));
        await client.Post(client.Configuration, (ConversationRole, inConversation), (ServiceRole, inService));
        var participants = client.Participants(await client.NewConversation());
        Assert.Equal(inConversation, (await client.Post(participants, ("Identity", "ana"))).Text("role_sid"));
        Assert.Equal(inService, (await client.Get(client.User("ana"))).Text("role_sid"));
        Assert.Equal(inService, (await client.Get(client.User(await client.NewUser("ben")))).Text("role_sid"));
    }

    [Fact]
    public async Task A_service_that_is_not_there_has_no_configuration()
    {
        using var client = SandboxClient.Empty();
        var service = "/v1/Services/IS" + new string('0', 32);
        foreach (var path in new[] { "/Configuration", "/Configuration/Notifications", "/Configuration/Webhooks" })
        {
            (await client.Get(service + path)).Refused(404, 20404);
            (await client.Post(service + path)).Refused(404, 20404);
        }
    }
}
