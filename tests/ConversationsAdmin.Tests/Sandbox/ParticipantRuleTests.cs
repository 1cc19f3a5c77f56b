using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class ParticipantRuleTests
{
    private static readonly (string, string)[] Pair = PairWith("+15558675310", "+15017122661");

    private static (string, string)[] PairWith(string address, string proxy) =>
        [("MessagingBinding.Address", address), ("MessagingBinding.ProxyAddress", proxy)];

    [Fact]
    public async Task A_pair_in_use_names_the_conversation_that_uses_it()
    {
        using var client = SandboxClient.Empty();
        var (first, second) = (await client.NewConversation(), await client.NewConversation());
        await client.NewParticipant(first, Pair);
        var refusal = (await client.Post(client.Participants(second), Pair)).Refused(409, 50416);
        Assert.Equal($"A binding for this participant and proxy address already exists in Conversation {first}", refusal.Message);
        Assert.Empty((await client.Get(client.Participants(second))).Items());
    }

    [Fact]
    public async Task A_pair_is_free_again_when_its_conversation_closes()
    {
        using var client = SandboxClient.Empty();
        var (first, second) = (await client.NewConversation(), await client.NewConversation());
        await client.NewParticipant(first, Pair);
        await client.Post($"{client.Conversations}/{first}", ("State", "closed"));
        await client.NewParticipant(second, Pair);
        (await client.Delete($"{client.Conversations}/{first}")).Expect(HttpStatusCode.NoContent);
        var third = await client.NewConversation();
        Assert.Contains(second, (await client.Post(client.Participants(third), Pair)).Refused(409, 50416).Message);
    }

    [Fact]
    public async Task A_pair_is_free_again_when_a_timer_closes_its_conversation()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time);
        var first = await client.NewConversation(("State", "active"), ("Timers.Closed", "PT10M"));
        var second = await client.NewConversation();
        await client.NewParticipant(first, Pair);
        (await client.Post(client.Participants(second), Pair)).Refused(409, 50416);
        time.Advance(TimeSpan.FromMinutes(10));
        await client.NewParticipant(second, Pair);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pair_is_free_again_when_its_participant_or_conversation_is_deleted(bool conversation)
    {
        using var client = SandboxClient.Empty();
        var (first, second) = (await client.NewConversation(), await client.NewConversation());
        var holder = await client.NewParticipant(first, Pair);
        await client.Delete(conversation ? $"{client.Conversations}/{first}" : $"{client.Participants(first)}/{holder}");
        await client.NewParticipant(second, Pair);
    }

    [Fact]
    public async Task A_new_proxy_address_must_leave_the_pair_free()
    {
        using var client = SandboxClient.Empty();
        var (first, second) = (await client.NewConversation(), await client.NewConversation());
        await client.NewParticipant(first, Pair);
        var other = await client.NewParticipant(second, PairWith("+15558675310", "+15017120000"));
        var path = $"{client.Participants(second)}/{other}";
        (await client.Post(path, ("MessagingBinding.ProxyAddress", "+15017122661"))).Refused(409, 50416);
        (await client.Post(path, ("MessagingBinding.ProxyAddress", "+15017120001"))).Expect(HttpStatusCode.OK);
        await client.NewParticipant(await client.NewConversation(), PairWith("+15558675310", "+15017120000"));
    }

    [Fact]
    public async Task An_identity_takes_part_once()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        await client.NewParticipant(conversation, ("Identity", "ana"));
        (await client.Post(client.Participants(conversation), ("Identity", "ana"))).Refused(409, 50433);
        var ben = await client.NewParticipant(conversation, ("Identity", "ben"));
        (await client.Post($"{client.Participants(conversation)}/{ben}", ("Identity", "ana"))).Refused(409, 50433);
        (await client.Post($"{client.Participants(conversation)}/{ben}", ("Identity", "ben"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task At_most_50_participants_do_not_chat()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        for (var number = 0; number < 50; number++)
            await client.NewParticipant(conversation, PairWith($"+155586750{number:00}", "+15017122661"));
        (await client.Post(client.Participants(conversation), Pair)).Refused(400, 50422);
        await client.NewParticipant(conversation, ("Identity", "ana"));
    }

    [Fact]
    public async Task At_most_1000_participants_fit()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        for (var number = 0; number < 1000; number++)
            await client.NewParticipant(conversation, ("Identity", $"user-{number}"));
        (await client.Post(client.Participants(conversation), ("Identity", "one-more"))).Refused(400, 50417);
        Assert.Equal(1000, (await client.All(client.Participants(conversation) + "?PageSize=100")).Count);
    }

    [Fact]
    public async Task An_identity_is_in_at_most_1000_conversations_that_are_not_closed()
    {
        using var client = SandboxClient.Empty();
        var conversations = new List<string>();
        for (var number = 0; number < 1001; number++)
            conversations.Add(await client.NewConversation());
        foreach (var conversation in conversations.Take(1000))
            await client.NewParticipant(conversation, ("Identity", "ana"));
        (await client.Post(client.Participants(conversations[1000]), ("Identity", "ana"))).Refused(400, 50214);
        await client.Post($"{client.Conversations}/{conversations[0]}", ("State", "closed"));
        await client.NewParticipant(conversations[1000], ("Identity", "ana"));
    }
}
