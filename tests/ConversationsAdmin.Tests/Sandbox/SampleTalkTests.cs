using System.Text.Json;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.SampleData;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class SampleTalkTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static SandboxClient Start(int conversations = 300, int seed = 1) =>
        new(new TwilioSandbox(new SandboxOptions { Conversations = conversations, Seed = seed, Now = Now }));

    private static async Task<List<JsonElement>> Open(SandboxClient client) =>
        [.. (await client.All(client.Conversations + "?PageSize=100")).Where(item => State(item) != "closed")];

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static DateTimeOffset Created(JsonElement item) => item.GetProperty("date_created").GetDateTimeOffset();

    private static string State(JsonElement conversation) => Text(conversation, "state");

    [Fact]
    public async Task The_same_seed_says_the_same_in_whatever_order_one_asks()
    {
        using var one = Start();
        using var other = Start();
        var sids = (await one.Get(one.Conversations)).Sids();
        var said = new Dictionary<string, string>();
        foreach (var sid in sids)
            said[sid] = (await one.Get(one.Messages(sid))).Body + (await one.Get(one.Webhooks(sid))).Body;
        foreach (var sid in sids.Reverse())
            Assert.Equal(said[sid], (await other.Get(other.Messages(sid))).Body + (await other.Get(other.Webhooks(sid))).Body);
        Assert.NotEqual(1, said.Values.Distinct().Count());
    }

    [Fact]
    public async Task What_was_said_does_not_depend_on_who_has_left_since()
    {
        using var one = Start();
        using var other = Start();
        var sid = "";
        foreach (var candidate in (await Open(one)).Select(item => Text(item, "sid")))
        {
            if ((await one.Get(one.Participants(candidate))).Items().Length > 1)
                sid = candidate;
        }
        foreach (var participant in (await other.Get(other.Participants(sid))).Sids())
            await other.Delete($"{other.Participants(sid)}/{participant}");
        await other.Post($"{other.Conversations}/{sid}", ("DateCreated", "2001-01-01T00:00:00Z"));
        Assert.Equal((await one.Get(one.Messages(sid))).Body, (await other.Get(other.Messages(sid))).Body);
        Assert.NotEmpty((await one.Get(one.Messages(sid))).Items());
    }

    [Fact]
    public async Task There_is_something_of_everything()
    {
        using var client = Start();
        var (statuses, targets, authors) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        var (pages, media, summaries) = (0, 0, 0);
        foreach (var conversation in await client.All(client.Conversations + "?PageSize=100"))
        {
            var sid = Text(conversation, "sid");
            var first = await client.Get(client.Messages(sid));
            pages = Math.Max(pages, first.Meta("next_page_url") is null ? 1 : 2);
            foreach (var message in first.Items())
            {
                authors.Add(message.GetProperty("participant_sid").ValueKind == JsonValueKind.Null ? "system" : "participant");
                media += message.GetProperty("media").ValueKind == JsonValueKind.Array ? 1 : 0;
                Assert.InRange(Created(message), Created(conversation), Now);
                if (message.GetProperty("delivery").ValueKind == JsonValueKind.Null)
                    continue;
                summaries++;
                var receipts = (await client.Get($"{client.Messages(sid)}/{Text(message, "sid")}/Receipts")).Items();
                Assert.Equal(message.GetProperty("delivery").GetProperty("total").GetInt32(), receipts.Length);
                statuses.UnionWith(receipts.Select(receipt => Text(receipt, "status")));
            }
            targets.UnionWith((await client.Get(client.Webhooks(sid))).Items().Select(webhook => Text(webhook, "target")));
        }
        Assert.Equal(["delivered", "failed", "read", "sent", "undelivered"], statuses.Order());
        Assert.Equal(["studio", "trigger", "webhook"], targets.Order());
        Assert.Equal(["participant", "system"], authors.Order());
        Assert.Equal(2, pages);
        Assert.True(media > 0);
        Assert.True(summaries > 0);
    }

    [Fact]
    public async Task A_new_message_continues_the_count()
    {
        using var client = Start();
        var sid = Text((await Open(client)).First(), "sid");
        var before = await client.All(client.Messages(sid));
        var created = await client.Post(client.Messages(sid), ("Body", "more"));
        Assert.Equal(before.Count, created.Json.GetProperty("index").GetInt32());
    }

    [Fact]
    public void A_large_account_says_nothing_before_it_is_asked()
    {
        var account = FilledAccount(2000);
        var conversations = account.ServicesBySid.Values.SelectMany(service => service.BySid.Values).ToList();
        var made = 0;
        foreach (var conversation in conversations)
        {
            conversation.Sample = _ =>
            {
                made++;
                return new ConversationContent();
            };
            _ = (conversation.MessageCount, conversation.LastMessageIndex);
        }
        Assert.Equal((2000, 2000), (conversations.Count, made));
    }

    [Fact]
    public void A_conversation_knows_its_last_index_and_how_many_messages_are_left()
    {
        var account = FilledAccount(200);
        var conversation = account.ServicesBySid.Values.SelectMany(service => service.BySid.Values).First(some => some.MessageCount > 2);
        var count = conversation.MessageCount;
        Assert.Equal(count - 1, conversation.LastMessageIndex);
        conversation.Messages.Remove(conversation.Messages.Items.BackFrom(count).First());
        Assert.Equal((count - 1, count - 1), (conversation.MessageCount, conversation.LastMessageIndex));
        Assert.Null(new MessageLog().LastIndex);
    }

    private static Account FilledAccount(int conversations)
    {
        var sample = SampleAccount.Create(new SandboxOptions { Conversations = conversations }, "AC" + new string('0', 32), Now);
        sample.Fill();
        return sample.Account;
    }
}
