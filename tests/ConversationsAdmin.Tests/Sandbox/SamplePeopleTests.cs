using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class SamplePeopleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static SandboxClient Start(int conversations) =>
        new(new TwilioSandbox(new SandboxOptions { Conversations = conversations, Now = Now }));

    private static string Text(JsonElement item, string property) => item.GetProperty(property).GetString()!;

    [Fact]
    public async Task All_who_chat_are_users_and_have_roles_of_their_service()
    {
        using var client = Start(200);
        foreach (var service in await client.All("/v1/Services"))
        {
            var path = $"/v1/Services/{Text(service, "sid")}";
            var roles = (await client.All(path + "/Roles")).ToDictionary(role => Text(role, "sid"), role => Text(role, "type"));
            var users = await client.All(path + "/Users");
            Assert.All(users, user => Assert.Equal("service", roles[Text(user, "role_sid")]));
            var identities = new HashSet<string>();
            foreach (var conversation in await client.All(path + "/Conversations"))
            {
                foreach (var participant in (await client.Get($"{path}/Conversations/{Text(conversation, "sid")}/Participants")).Items())
                {
                    if (participant.GetProperty("identity").ValueKind == JsonValueKind.Null)
                        continue;
                    identities.Add(Text(participant, "identity"));
                    Assert.Equal("conversation", roles[Text(participant, "role_sid")]);
                }
            }
            Assert.Equal(identities.Order(), users.Select(user => Text(user, "identity")).Order());
        }
    }

    [Fact]
    public async Task A_sample_service_has_more_roles_than_it_was_born_with()
    {
        using var client = Start(30);
        Assert.Equal(
            ["agent", "channel admin", "channel user", "customer", "service admin", "service user", "supervisor"],
            (await client.All(client.Roles)).Select(role => Text(role, "friendly_name")).Order());
    }

    [Theory]
    [InlineData("Roles")]
    [InlineData("Users")]
    [InlineData("Bindings")]
    public async Task The_same_seed_makes_the_same_people(string list)
    {
        using var one = Start(200);
        using var same = Start(200);
        Assert.NotEmpty((await one.Get($"{one.Service}/{list}")).Items());
        Assert.Equal((await one.Get($"{one.Service}/{list}")).Body, (await same.Get($"{same.Service}/{list}")).Body);
    }

    [Fact]
    public async Task A_sample_user_has_the_conversations_of_its_identity()
    {
        using var client = Start(200);
        var user = (await client.Get(client.Users)).Items().First(item => Text(item, "identity").StartsWith("agent."));
        var own = await client.All($"{client.User(Text(user, "sid"))}/Conversations");
        var found = await client.All($"{client.Service}/ParticipantConversations?Identity={Text(user, "identity")}");
        Assert.NotEmpty(own);
        Assert.Equal(own.Select(item => Text(item, "participant_sid")), found.Select(item => Text(item, "participant_sid")));
        Assert.All(found, item => Assert.Equal(Text(user, "sid"), Text(item, "participant_user_sid")));
    }

    [Fact]
    public async Task Deleting_a_service_drops_its_people_too()
    {
        using var client = Start(200);
        var role = (await client.Get(client.Roles)).Sids()[0];
        var user = (await client.Get(client.Users)).Sids()[0];
        var binding = (await client.Get(client.Bindings)).Sids()[0];
        await client.Delete(client.Service);
        string[] gone =
        [
            $"{client.Roles}/{role}", client.Roles, client.User(user), client.Users, client.User(user) + "/Conversations",
            $"{client.Bindings}/{binding}", client.Bindings, client.Configuration, client.Service + "/ParticipantConversations?Identity=x",
        ];
        foreach (var path in gone)
            (await client.Get(path)).Refused(404, 20404);
    }
}
