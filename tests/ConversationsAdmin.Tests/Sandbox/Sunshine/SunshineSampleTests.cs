using System.Net;
using System.Text.Json;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Sandbox.SampleData;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

public class SunshineSampleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static SunshineClient Start(int conversations, int seed = 1) =>
        new(new SunshineSandbox(new SandboxOptions { Conversations = conversations, Seed = seed, Now = Now }));

    /// <summary>What each user of the sample data has, read over HTTP.</summary>
    private static async Task<Dictionary<string, JsonElement[]>> ByUser(SunshineClient client)
    {
        var conversations = new Dictionary<string, JsonElement[]>();
        var options = client.Server.Options;
        foreach (var user in new SunshineSampleUsers(options.Seed).All(options.Conversations))
        {
            var pages = await client.Pages($"{client.Conversations}?filter[userId]={user.Id}&page[size]=100");
            conversations[user.Id] = [.. pages.SelectMany(page => page.Conversations)];
        }
        return conversations;
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 2)]
    [InlineData(100, 3)]
    [InlineData(200, 4)]
    [InlineData(3000, 1)]
    public async Task Every_user_with_conversations_has_one_default_and_the_sample_user_has_the_most(int count, int seed)
    {
        using var client = Start(count, seed);
        var users = await ByUser(client);
        Assert.All(users.Values, owned => Assert.Equal(owned.Length == 0 ? 0 : 1, owned.Count(IsDefault)));
        Assert.Equal(count, users.Values.SelectMany(owned => owned).DistinctBy(Id).Count());
        var most = users[client.Server.SampleUserId].Length;
        Assert.All(users.Where(user => user.Key != client.Server.SampleUserId), user => Assert.True(user.Value.Length < most));
    }

    [Fact]
    public async Task There_is_something_of_everything()
    {
        using var client = Start(3000);
        var users = await ByUser(client);
        var mine = users[client.Server.SampleUserId];
        Assert.InRange(mine.Length, 300, 900);
        string[] sometimes =
        [
            "metadata", "activeSwitchboardIntegration", "pendingSwitchboardIntegration", "displayName", "description", "iconUrl",
            "businessLastRead",
        ];
        Assert.All(sometimes, name => Assert.Contains(mine, item => item.TryGetProperty(name, out _)));
        Assert.All(sometimes, name => Assert.Contains(mine, item => !item.TryGetProperty(name, out _)));
        Assert.Contains(users.Values.SelectMany(owned => owned).GroupBy(Id), shared => shared.Count() > 2);
        Assert.All(mine, item => Assert.True(Created(item) <= Updated(item) && Updated(item) <= Now));
        Assert.True(Created(mine[0]) < Now.AddDays(-700));
        Assert.Equal(mine.Select(Created).Order(), mine.Select(Created));
    }

    [Fact]
    public async Task Most_users_have_an_external_id_that_finds_them()
    {
        using var client = Start(800);
        var users = new SunshineSampleUsers(1).All(800);
        Assert.InRange(users.Count(user => user.ExternalId is not null), 70, 99);
        foreach (var user in users.Where(user => user.ExternalId is not null))
        {
            var filter = $"filter[userExternalId]={Uri.EscapeDataString(user.ExternalId!)}";
            var byExternalId = await client.Get($"{client.Conversations}?{filter}&page[size]=1");
            Assert.Equal((await client.Get($"{client.Conversations}?filter[userId]={user.Id}&page[size]=1")).Ids, byExternalId.Ids);
            if (byExternalId.Next is { } next)
                (await client.Get(next)).Expect(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_data()
    {
        using var one = Start(200);
        using var same = Start(200);
        using var other = Start(200, seed: 2);
        await same.NewGroup();
        var page = await one.Get(one.List);
        Assert.Equal(page.Body, (await same.Get(same.List)).Body);
        Assert.Empty(page.Ids.Intersect((await other.Get(other.List)).Ids));
    }

    [Fact]
    public async Task Without_conversations_there_is_a_user_to_make_one_for()
    {
        using var client = Start(0);
        Assert.Empty((await client.Get(client.List)).Expect(HttpStatusCode.OK).Ids);
        (await client.Create(client.Personal)).Expect(HttpStatusCode.Created);
    }

    private static bool IsDefault(JsonElement item) => item.GetProperty("isDefault").GetBoolean();

    private static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    private static DateTimeOffset Created(JsonElement item) => item.GetProperty("createdAt").GetDateTimeOffset();

    private static DateTimeOffset Updated(JsonElement item) => item.GetProperty("lastUpdatedAt").GetDateTimeOffset();
}
