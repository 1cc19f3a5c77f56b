using System.Globalization;
using System.Text.RegularExpressions;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core;
using ConversationsAdmin.Twilio;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

public sealed partial class CleanupTests
{
    [Fact]
    public async Task A_rehearsal_removes_the_stale_conversations_and_says_so()
    {
        var run = (await ConvProcess.RunAsync(["cleanup", "--sandbox"])).Expect(0);
        var (removed, total) = Summary(run);
        Assert.True(removed > 0);
        Assert.Equal(total, removed);
        Assert.Contains("sandbox", run.Output);
        Assert.Contains("closed", run.Output);
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public async Task A_rehearsal_needs_no_account_and_ignores_the_one_in_the_environment()
    {
        var run = await ConvProcess.RunAsync(
            ["cleanup", "--sandbox"], ("TWILIO_ACCOUNT_SID", Connect.AccountSid), ("TWILIO_AUTH_TOKEN", Connect.Secret));
        run.Expect(0);
        Assert.DoesNotContain(Connect.AccountSid, run.Output);
        Assert.DoesNotContain(Connect.Secret, run.Output + run.Errors);
    }

    [Fact]
    public async Task A_look_reads_only()
    {
        await using var target = await CleanupTarget.StartAsync();
        var run = (await target.RunAsync("--what-if", "--yes")).Expect(0);
        Assert.NotEmpty(target.Requests);
        Assert.All(target.Requests, request => Assert.Equal("GET", request.Method));
        Assert.Contains("Nothing was removed", run.Output);
        Assert.DoesNotContain("Removed", run.Output);
    }

    [Fact]
    public async Task A_rehearsed_look_removes_nothing_either() =>
        Assert.Contains("Nothing was removed", (await ConvProcess.RunAsync(["cleanup", "--sandbox", "--what-if"])).Expect(0).Output);

    [Fact]
    public async Task Outside_the_sandbox_nothing_is_removed_without_yes()
    {
        await using var target = await CleanupTarget.StartAsync();
        var run = (await target.RunAsync()).Expect(2);
        Assert.All(target.Requests, request => Assert.Equal("GET", request.Method));
        Assert.Contains("--yes", run.Errors);
    }

    [Theory]
    [InlineData("closed", 90)]
    [InlineData("closed", 200)]
    [InlineData("inactive", 30)]
    public async Task What_is_stale_is_removed_and_nothing_else(string state, int days)
    {
        await using var target = await CleanupTarget.StartAsync();
        var before = await target.ConversationsAsync();
        var stale = Sids(before.Where(item => item.State == state && item.DateUpdated < DateTimeOffset.UtcNow.AddDays(-days)));
        Assert.NotEmpty(stale);
        target.Forget();
        var run = (await target.RunAsync("--yes", "--state", state, "--older-than", $"{days}d")).Expect(0);
        var deletes = target.Requests.Where(request => request.Method == "DELETE").Select(request => request.Path.Split('/')[^1]);
        Assert.Equal(stale, deletes.Order());
        Assert.Equal(Sids(before).Except(stale), Sids(await target.ConversationsAsync()));
        Assert.Equal((stale.Count, stale.Count), Summary(run));
    }

    [Fact]
    public async Task Conversations_younger_than_the_age_stay()
    {
        await using var target = await CleanupTarget.StartAsync();
        var run = (await target.RunAsync("--yes", "--older-than", "36500d")).Expect(0);
        Assert.Contains("Nothing to remove", run.Output);
        Assert.All(target.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task Clean_up_survives_a_provider_that_pages_by_counting()
    {
        await using var target = await CleanupTarget.StartAsync(new SandboxOptions { Conversations = 600, PageTokens = PageTokenStyle.Offset });
        (await target.RunAsync("--yes")).Expect(0);
        Assert.DoesNotContain(
            await target.ConversationsAsync(), item => item.State == "closed" && item.DateUpdated < DateTimeOffset.UtcNow.AddDays(-90));
    }

    [Fact]
    public async Task No_more_removals_run_at_once_than_asked_for()
    {
        await using var target = await CleanupTarget.StartAsync(new SandboxOptions { Conversations = 120, Latency = TimeSpan.FromMilliseconds(200) });
        (await target.RunAsync("--yes", "--skip-check", "--throttle", "3")).Expect(0);
        Assert.Equal(3, target.Requests.Max(request => request.ConcurrentRequests));
    }

    [Fact]
    public async Task A_wrong_token_is_not_authorised()
    {
        await using var target = await CleanupTarget.StartAsync();
        var run = (await target.RunWithTokenAsync(Connect.Secret, "--yes")).Expect(3);
        Assert.Single(target.Requests);
        Assert.Contains("20003", run.Errors);
        Assert.DoesNotContain(Connect.Secret, run.Output + run.Errors);
    }

    [Theory]
    [InlineData("cleanup", "--nonsense")]
    [InlineData("cleanup", "--sandbox", "surplus")]
    [InlineData("cleanup", "--sandbox", "--older-than", "90")]
    [InlineData("cleanup", "--sandbox", "--older-than", "soon")]
    [InlineData("cleanup", "--sandbox", "--older-than", "-5d")]
    [InlineData("cleanup", "--sandbox", "--older-than", "")]
    [InlineData("cleanup", "--sandbox", "--throttle", "0")]
    [InlineData("cleanup", "--sandbox", "--throttle", "65")]
    [InlineData("cleanup", "--sandbox", "--throttle", "many")]
    [InlineData("cleanup", "--sandbox", "--state", " ")]
    [InlineData("cleanup", "--sandbox", "--service", "..")]
    [InlineData("cleanup", "--sandbox", "--service", "CH00000000000000000000000000000002")]
    [InlineData("cleanup", "--service", Requests.ServiceSid)]
    [InlineData("cleanup")]
    [InlineData("clean")]
    [InlineData("sandbox", "--option", "Nonsense=1")]
    [InlineData("sandbox", "--option", "Latency")]
    public async Task Bad_arguments_are_told_and_nothing_is_done(params string[] arguments)
    {
        var run = (await ConvProcess.RunAsync(arguments)).Expect(2);
        Assert.NotEqual("", run.Errors);
        Assert.DoesNotContain("Removed", run.Output);
        Assert.DoesNotContain("   at ", run.Errors);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("here")]
    [InlineData("https://user:password@example.com")]
    public async Task An_address_that_may_not_be_used_is_a_bad_argument(string address) => (await ConvProcess.RunAsync(
        ["cleanup", "--yes", "--service", Requests.ServiceSid, "--base-uri", address],
        ("TWILIO_ACCOUNT_SID", Connect.AccountSid),
        ("TWILIO_AUTH_TOKEN", Connect.Secret))).Expect(2);

    private static List<string> Sids(IEnumerable<Conversation> conversations) => [.. conversations.Select(item => item.ConversationSid).Order()];

    private static (int Removed, int Total) Summary(ConvResult run)
    {
        var match = SummaryLine().Match(run.Output);
        Assert.True(match.Success, run.Output);
        return (Number(match.Groups["removed"]), Number(match.Groups["total"]));
    }

    private static int Number(Group group) => int.Parse(group.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Removed (?<removed>[\d,]+), already gone 0, failed 0 of (?<total>[\d,]+) in ")]
    private static partial Regex SummaryLine();
}
