using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>What happens between the plan of a clean-up and its carrying out.</summary>
public sealed class ChangedSincePlanTests : IDisposable
{
    private readonly string plan = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(plan);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_conversation_that_became_active_is_skipped_and_reported(bool json)
    {
        string[] format = json ? ["--json"] : [];
        await using var target = await CleanupTarget.StartAsync(new SandboxOptions { Conversations = 60 });
        (await target.RunAsync(["--state", "inactive", "--older-than", "30d", "--plan", plan, "--plan-only", .. format])).Expect(0);
        var planned = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(plan)).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("target").GetString()!).ToList();
        Assert.True(planned.Count > 1);
        Assert.All(target.Requests, request => Assert.Equal("GET", request.Method));

        var active = planned[planned.Count / 2];
        await target.PostMessageAsync(active);
        target.Forget();
        var run = (await target.RunAsync(["--plan", plan, "--yes", .. format])).Expect(0);

        Assert.Equal(
            planned.Where(sid => sid != active).Order(),
            target.Requests.Where(request => request.Method == "DELETE").Select(request => request.Path.Split('/')[^1]).Order());
        Assert.Contains(active, (await target.ConversationsAsync()).Select(item => item.ConversationSid));
        Assert.Contains($"{active}: Changed since the plan was made", run.Errors);
        if (json)
        {
            var summary = JsonSerializer.Deserialize<JsonElement>(run.Output);
            Assert.Equal((1, planned.Count - 1, 0), (summary.GetProperty("skipped").GetInt32(), summary.GetProperty("removed").GetInt32(), summary.GetProperty("failed").GetInt32()));
        }
        else
        {
            Assert.Contains($"Removed {planned.Count - 1}, already gone 0, skipped 1, failed 0 of {planned.Count}", run.Output);
        }
    }
}
