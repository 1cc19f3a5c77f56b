using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class GroupTests
{
    private const string Address = "MessagingBinding.Address";
    private const string ProxyAddress = "MessagingBinding.ProxyAddress";
    private const string ProjectedAddress = "MessagingBinding.ProjectedAddress";

    private static async Task<string> NewGroup(SandboxClient client, string lastMember = "+15558675311")
    {
        var conversation = await client.NewConversation();
        await client.NewParticipant(conversation, ("Identity", "ana"), (ProjectedAddress, "+15017122661"));
        await client.NewParticipant(conversation, (Address, "+15558675310"));
        await client.NewParticipant(conversation, (Address, lastMember));
        return conversation;
    }

    [Fact]
    public async Task The_same_members_make_one_group_only()
    {
        using var client = SandboxClient.Empty();
        var first = await NewGroup(client);
        var second = await client.NewConversation();
        var participants = client.Participants(second);
        await client.NewParticipant(second, (Address, "+15558675311"));
        await client.NewParticipant(second, ("Identity", "ben"), (ProjectedAddress, "+15017122661"));
        var refusal = (await client.Post(participants, (Address, "+15558675310"))).Refused(409, 50438);
        Assert.Contains(first, refusal.Message);
        Assert.Equal(2, (await client.Get(participants)).Items().Length);
        (await client.Post(participants, (Address, "+15558675312"))).Expect(HttpStatusCode.Created);
        (await client.Post(participants, (Address, "+15558675310"))).Expect(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("deleted")]
    [InlineData("left")]
    public async Task A_group_that_ended_leaves_its_members_free(string how)
    {
        using var client = SandboxClient.Empty();
        var first = await NewGroup(client);
        var path = $"{client.Conversations}/{first}";
        var last = (await client.Get(client.Participants(first))).Sids()[0];
        var ended = how switch
        {
            "closed" => await client.Post(path, ("State", "closed")),
            "deleted" => await client.Delete(path),
            _ => await client.Delete($"{client.Participants(first)}/{last}"),
        };
        Assert.True((int)ended.Status < 300, ended.Body);
        await NewGroup(client);
    }

    [Fact]
    public async Task An_updated_address_must_not_make_the_group_of_others()
    {
        using var client = SandboxClient.Empty();
        await NewGroup(client);
        var second = await client.NewConversation();
        var ben = await client.NewParticipant(second, ("Identity", "ben"), (ProjectedAddress, "+15017122662"));
        await client.NewParticipant(second, (Address, "+15558675310"));
        await client.NewParticipant(second, (Address, "+15558675311"));
        var path = $"{client.Participants(second)}/{ben}";
        (await client.Post(path, (ProjectedAddress, "+15017122661"))).Refused(409, 50438);
        (await client.Post(path, (ProjectedAddress, "+15017122663"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_member_is_in_a_group_once()
    {
        using var client = SandboxClient.Empty();
        var participants = client.Participants(await NewGroup(client));
        (await client.Post(participants, (Address, "+15558675310"))).Refused(409, 50437);
        (await client.Post(participants, (Address, "+15558675310"), (ProxyAddress, "+15017122669"))).Refused(409, 50437);
        (await client.Post(participants, ("Identity", "ana"), (ProjectedAddress, "+15017122661"))).Refused(409, 50437);
        (await client.Post(participants, ("Identity", "ana"), (ProjectedAddress, "+15017122668"))).Refused(409, 50433);
        await client.Post(participants, (Address, "+15558675319"), (ProxyAddress, "+15017122669"));
        (await client.Post(participants, (Address, "+15558675319"), (ProxyAddress, "+15017122669"))).Refused(409, 50437);
    }

    [Fact]
    public async Task Outside_groups_a_pair_in_the_same_conversation_is_in_use_too()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        (string, string)[] pair = [(Address, "+15558675310"), (ProxyAddress, "+15017122661")];
        await client.NewParticipant(conversation, pair);
        Assert.EndsWith(conversation, (await client.Post(client.Participants(conversation), pair)).Refused(409, 50416).Message);
    }

    [Fact]
    public async Task Only_members_write_to_a_group()
    {
        using var client = SandboxClient.Empty();
        var conversation = await NewGroup(client);
        var messages = client.Messages(conversation);
        (await client.Post(messages, ("Author", "ben"), ("Body", "hi"))).Refused(400, 50513);
        (await client.Post(messages, ("Author", "+15558675310"), ("Body", "hi"))).Expect(HttpStatusCode.Created);
        var sid = (await client.Post(messages, ("Author", "ana"), ("Body", "hi"))).Expect(HttpStatusCode.Created).Text("sid");
        (await client.Post($"{messages}/{sid}", ("Author", "ben"))).Refused(400, 50513);
    }
}
