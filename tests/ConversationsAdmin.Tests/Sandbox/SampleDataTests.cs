using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class SampleDataTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static SandboxClient Start(int conversations, int seed = 1) =>
        new(new TwilioSandbox(new SandboxOptions { Conversations = conversations, Seed = seed, Now = Now }));

    [Fact]
    public async Task The_same_seed_makes_the_same_data()
    {
        using var one = Start(200);
        using var same = Start(200);
        using var other = Start(200, seed: 2);
        var page = (await one.Get(one.Conversations)).Body;
        Assert.Equal(page, (await same.Get(same.Conversations)).Body);
        Assert.NotEqual(page, (await other.Get(other.Conversations)).Body);
    }

    [Fact]
    public async Task Conversations_are_spread_over_services_and_one_is_empty()
    {
        using var client = Start(3000);
        var counts = new Dictionary<string, int>();
        foreach (var service in await client.All("/v1/Services"))
        {
            var sid = service.GetProperty("sid").GetString()!;
            counts[sid] = (await client.All($"/v1/Services/{sid}/Conversations?PageSize=100")).Count;
        }
        Assert.Equal(4, counts.Count);
        Assert.Equal(3000, counts.Values.Sum());
        Assert.Contains(0, counts.Values);
        Assert.Equal(counts.Values.Max(), counts[client.Server.DefaultServiceSid]);
    }

    [Fact]
    public async Task Zero_conversations_leave_one_empty_service()
    {
        using var client = Start(0);
        Assert.Equal([client.Server.DefaultServiceSid], (await client.Get("/v1/Services")).Sids());
        Assert.Empty((await client.Get(client.Conversations)).Items());
    }

    [Fact]
    public async Task There_is_much_to_clean_up_and_something_of_everything()
    {
        using var client = Start(3000);
        var conversations = await client.All(client.Conversations + "?PageSize=100");
        Assert.InRange(conversations.Count(item => State(item) == "closed" && Updated(item) < Now.AddDays(-90)), 300, 1500);
        Assert.Contains(conversations, item => State(item) == "active" && Updated(item) > Now.AddDays(-7));
        Assert.Contains(conversations, item => State(item) == "inactive");
        Assert.Contains(conversations, item => item.GetProperty("unique_name").ValueKind == JsonValueKind.String);
        Assert.Contains(conversations, item => item.GetProperty("friendly_name").ValueKind == JsonValueKind.Null);
        Assert.All(conversations, item => Assert.True(Updated(item) <= Now));
    }

    [Fact]
    public async Task Participants_of_every_kind_occur()
    {
        using var client = Start(300);
        var kinds = new HashSet<string>();
        foreach (var conversation in await client.All(client.Conversations + "?PageSize=100"))
        {
            var participants = (await client.Get(client.Participants(conversation.GetProperty("sid").GetString()!))).Items();
            if (participants.Length == 0)
                kinds.Add("nobody");
            foreach (var binding in participants.Select(participant => participant.GetProperty("messaging_binding")))
                kinds.Add(KindOf(binding));
        }
        Assert.Equal(["chat", "group", "messenger", "nobody", "sms", "whatsapp"], kinds.Order());
    }

    [Fact]
    public async Task A_pair_of_the_sample_data_is_in_use_like_any_other()
    {
        using var client = Start(300);
        var mine = await client.NewConversation();
        var (address, proxy, holder) = await OpenPair(client);
        var refusal = await client.Post(
            client.Participants(mine), ("MessagingBinding.Address", address), ("MessagingBinding.ProxyAddress", proxy));
        Assert.EndsWith(holder, refusal.Refused(409, 50416).Message);
    }

    private static string KindOf(JsonElement binding) =>
        binding.ValueKind == JsonValueKind.Null ? "chat"
        : binding.TryGetProperty("projected_address", out _) ? "group"
        : binding.GetProperty("type").GetString()!;

    private static async Task<(string Address, string Proxy, string Conversation)> OpenPair(SandboxClient client)
    {
        foreach (var sid in (await client.Get(client.Conversations + "?State=active")).Sids())
        {
            foreach (var participant in (await client.Get(client.Participants(sid))).Items())
            {
                var binding = participant.GetProperty("messaging_binding");
                if (binding.ValueKind == JsonValueKind.Object && binding.TryGetProperty("proxy_address", out var proxy))
                    return (binding.GetProperty("address").GetString()!, proxy.GetString()!, sid);
            }
        }
        throw new InvalidOperationException("No sample conversation has a pair.");
    }

    private static string State(JsonElement conversation) => conversation.GetProperty("state").GetString()!;

    private static DateTimeOffset Updated(JsonElement conversation) => conversation.GetProperty("date_updated").GetDateTimeOffset();
}
