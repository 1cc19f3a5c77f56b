using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public class SampleDataTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static async Task<JsonElement[]> All(int count, int seed = 1)
    {
        using var client = TelnyxClient.Filled(count, new SandboxOptions { Seed = seed, Now = Now });
        return (await client.List(("limit", "100000"), ("order", "created_at.asc"))).Items;
    }

    private static DateTimeOffset Date(JsonElement row, string name) => row.GetProperty(name).GetDateTimeOffset();

    [Fact]
    public async Task There_are_as_many_as_asked_for_over_two_years()
    {
        var rows = await All(500);
        Assert.Equal(500, rows.Length);
        Assert.Equal(500, rows.Select(row => row.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(rows, row => Assert.InRange(Date(row, "created_at"), Now.AddDays(-730), Now));
        Assert.All(rows, row => Assert.InRange(Date(row, "last_message_at"), Date(row, "created_at"), Now));
        Assert.True(Date(rows[0], "created_at") < Now.AddDays(-700));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(1000)]
    public async Task A_tenth_of_them_began_in_the_same_millisecond(int count)
    {
        var rows = await All(count);
        var largest = rows.GroupBy(row => Date(row, "created_at")).Max(group => group.Count());
        Assert.Equal((count + 9) / 10, largest);
    }

    [Fact]
    public async Task The_seed_decides_what_there_is()
    {
        var texts = (await All(50)).Select(row => row.GetRawText()).ToList();
        Assert.Equal(texts, (await All(50)).Select(row => row.GetRawText()));
        Assert.NotEqual(texts, (await All(50, seed: 2)).Select(row => row.GetRawText()));
    }

    [Fact]
    public async Task Calls_have_a_call_control_id_and_all_have_both_targets()
    {
        var rows = await All(300);
        var channels = new HashSet<string>();
        foreach (var metadata in rows.Select(row => row.GetProperty("metadata")))
        {
            var channel = metadata.GetProperty("telnyx_conversation_channel").GetString()!;
            channels.Add(channel);
            Assert.Equal(channel == "phone_call", metadata.TryGetProperty("call_control_id", out _));
            Assert.StartsWith("assistant-", metadata.GetProperty("assistant_id").GetString());
            Assert.NotEmpty(metadata.GetProperty("telnyx_agent_target").GetString()!);
            Assert.NotEmpty(metadata.GetProperty("telnyx_end_user_target").GetString()!);
        }
        Assert.Equal(["phone_call", "sms", "web_chat"], channels.Order());
        Assert.Contains(rows, row => row.GetProperty("name").GetString()!.StartsWith("Voice call", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.GetProperty("metadata").TryGetProperty("ai_disabled", out _));
        Assert.Contains(rows, row => row.GetProperty("metadata").TryGetProperty("tier", out _));
    }

    [Fact]
    public async Task The_last_message_is_when_the_conversation_says()
    {
        using var client = TelnyxClient.Filled(30);
        foreach (var row in (await client.List()).Items)
        {
            var messages = (await client.Get(TelnyxClient.One(row.GetProperty("id").GetString()!) + "/messages?page[size]=100")).Items;
            var dates = messages.Select(message => Date(message, "created_at")).ToList();
            Assert.Equal(dates.Order(), dates);
            Assert.Equal(Date(row, "last_message_at"), dates.Count == 0 ? Date(row, "created_at") : dates[^1]);
        }
    }
}
