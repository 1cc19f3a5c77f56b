using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public class InsightTests
{
    [Fact]
    public async Task Only_what_is_completed_has_results()
    {
        using var client = TelnyxClient.Filled(60);
        var statuses = new HashSet<string>();
        foreach (var row in (await client.List()).Items)
        {
            var answer = await client.Get(TelnyxClient.One(row.GetProperty("id").GetString()!) + "/conversations-insights");
            Assert.InRange(answer.Items.Length, 0, 3);
            var meta = answer.Json.GetProperty("meta");
            Assert.Equal(answer.Items.Length, meta.GetProperty("total_results").GetInt32());
            Assert.Equal(Math.Min(1, answer.Items.Length), meta.GetProperty("total_pages").GetInt32());
            Assert.Equal(1, meta.GetProperty("page_number").GetInt32());
            foreach (var insight in answer.Items)
            {
                var status = insight.GetProperty("status").GetString()!;
                statuses.Add(status);
                var results = insight.GetProperty("conversation_insights").EnumerateArray().ToArray();
                Assert.Equal(status == "completed", results.Length > 0);
                Assert.All(results, result => Assert.NotEmpty(result.GetProperty("result").GetString()!));
                Assert.All(results, result => Assert.NotEmpty(result.GetProperty("insight_id").GetString()!));
            }
        }
        Assert.Equal(["completed", "failed", "in_progress", "pending"], statuses.Order());
    }

    [Fact]
    public async Task No_page_can_be_asked_for()
    {
        using var client = TelnyxClient.Empty();
        var path = TelnyxClient.One(await client.New()) + "/conversations-insights";
        Assert.Empty((await client.Get(path)).Items);
        (await client.Get(path + "?page[size]=1")).Invalid("query/page[size]");
    }
}
