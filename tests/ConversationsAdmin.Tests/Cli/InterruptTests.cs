using System.Diagnostics;
using System.Globalization;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

public sealed class InterruptTests
{
    [Fact]
    public async Task Ctrl_c_while_removing_ends_the_run_with_a_summary()
    {
        SkipWhereItCannotBeSent();
        await using var target = await CleanupTarget.StartAsync(new SandboxOptions { Conversations = 400, Latency = TimeSpan.FromMilliseconds(100) });
        using var process = target.Start("--yes", "--throttle", "2");
        await UntilAsync(() => target.Requests.Any(request => request.Method == "DELETE"));
        await InterruptAsync(process);
        var run = (await process.EndAsync()).Expect(130);
        Assert.Matches(@"Removed \d+, already gone 0, failed 0 of \d+", run.Output);
        Assert.Contains("Run the same command again", run.Output);
        await UntilAsync(() => target.InFlight == 0);
        var removed = target.Requests.Count(request => request is { Method: "DELETE", Status: 204, Cancelled: false });
        Assert.Contains($"Removed {removed},", run.Output);
    }

    [Fact]
    public async Task Ctrl_c_while_listing_removes_nothing()
    {
        SkipWhereItCannotBeSent();
        await using var target = await CleanupTarget.StartAsync(new SandboxOptions { Conversations = 300, Latency = TimeSpan.FromMinutes(1) });
        using var process = target.Start("--yes");
        await UntilAsync(() => target.InFlight > 0);
        await InterruptAsync(process);
        var run = (await process.EndAsync()).Expect(130);
        Assert.Contains("before anything was removed", run.Errors);
        Assert.All(target.Requests, request => Assert.Equal("GET", request.Method));
    }

    private static void SkipWhereItCannotBeSent()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets a test send SIGINT to one process.");

        // What a shell starts in the background inherits that SIGINT is ignored, and passes it on to its children.
        const long InterruptBit = 1 << 1;
        var ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1];
        Assert.SkipWhen((long.Parse(ignored, NumberStyles.HexNumber) & InterruptBit) != 0, "The tests themselves run with SIGINT ignored.");
    }

    private static async Task InterruptAsync(ConvProcess process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
