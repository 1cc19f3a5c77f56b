using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

public sealed class InterruptTests
{
    [Fact]
    public async Task Ctrl_c_while_removing_ends_the_run_with_a_summary()
    {
        Interrupting.SkipWhereItCannotBeSent();
        await using var target = await CleanupTarget.StartAsync(new SandboxOptions { Conversations = 400, Latency = TimeSpan.FromMilliseconds(100) });
        using var process = target.Start("--yes", "--throttle", "2");
        await Waiting.UntilAsync(() => target.Requests.Any(request => request.Method == "DELETE"));
        await Interrupting.SendAsync(process);
        var run = (await process.EndAsync()).Expect(130);
        Assert.Matches(@"Removed \d+, already gone 0, failed 0 of \d+", run.Output);
        Assert.Contains("Run the same command again", run.Output);
        await Waiting.UntilAsync(() => target.InFlight == 0);
        var removed = target.Requests.Count(request => request is { Method: "DELETE", Status: 204, Cancelled: false });
        Assert.Contains($"Removed {removed},", run.Output);
    }

    [Fact]
    public async Task Ctrl_c_while_listing_removes_nothing()
    {
        Interrupting.SkipWhereItCannotBeSent();
        await using var target = await CleanupTarget.StartAsync(new SandboxOptions { Conversations = 300, Latency = TimeSpan.FromMinutes(1) });
        using var process = target.Start("--yes");
        await Waiting.UntilAsync(() => target.InFlight > 0);
        await Interrupting.SendAsync(process);
        var run = (await process.EndAsync()).Expect(130);
        Assert.Contains("before anything was removed", run.Errors);
        Assert.All(target.Requests, request => Assert.Equal("GET", request.Method));
    }
}
