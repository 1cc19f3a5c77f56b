using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Tests.Core.Files;
using ConversationsAdmin.Tests.Core.Wire;
using ConversationsAdmin.Tests.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>Removals that must wait after their item was looked at and archived: what came meanwhile must not go with them.</summary>
public sealed class LateTurnTests : IDisposable
{
    private static readonly CleanupCriteria Everything = new() { Name = ["*"] };

    private readonly TemporaryFolder folder = new();
    private readonly ManualTime clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_changes_in_a_long_wait_is_left_alone()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        RefuseFirst(server, "DELETE", () => server.Rows[0].Said("2026-02-02T00:00:00Z"));
        var outcome = Assert.Single(await server.RunAsync(plan, new PlanSteps { Clock = clock }));
        Assert.Equal(RemovalStatus.Skipped, outcome.Status);
        Assert.Contains("message", outcome.Message, StringComparison.Ordinal);
        Assert.Single(server.Writes);
    }

    [Fact]
    public async Task What_did_not_change_in_a_long_wait_goes()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        RefuseFirst(server, "DELETE", () => { });
        var outcome = Assert.Single(await server.RunAsync(plan, new PlanSteps { Clock = clock }));
        Assert.Equal((RemovalStatus.Removed, 2), (outcome.Status, outcome.Attempts));
    }

    [Fact]
    public async Task What_comes_in_a_long_wait_is_archived_too_where_nothing_is_compared()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        RefuseFirst(server, "DELETE", () => server.Rows[0].Said("2026-02-02T00:00:00Z"));
        var steps = new PlanSteps { Clock = clock, SkipCheck = true, ArchivePath = folder.FileNamed("a.jsonl") };
        Assert.Equal(RemovalStatus.Removed, Assert.Single(await server.RunAsync(plan, steps)).Status);
        Assert.Contains("2026-02-02T00:00:00Z", File.ReadAllText(steps.ArchivePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_close_did_itself_is_not_taken_for_anothers()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        RefuseFirst(server, "POST", () => { });
        Assert.Equal(RemovalStatus.Closed, Assert.Single(await server.RunAsync(plan, new PlanSteps { Clock = clock, Close = true })).Status);
    }

    [Fact]
    public async Task What_an_earlier_run_archived_is_archived_again_before_it_goes()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        var steps = new PlanSteps { ArchivePath = folder.FileNamed("a.jsonl") };
        server.Instead = request => request.Method == "DELETE" ? WireAnswer.Json(403, """{"code":20403,"message":"no","status":403}""") : null;
        Assert.Equal(RemovalStatus.Failed, Assert.Single(await server.RunAsync(plan, steps)).Status);

        // Nothing that its fingerprint tells of.
        server.Rows[0].With("ada");
        server.Instead = _ => null;
        Assert.Equal(RemovalStatus.Removed, Assert.Single(await server.RunAsync(plan, steps)).Status);
        Assert.Contains("ada", File.ReadAllText(steps.ArchivePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_archived_is_tried_again()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        var steps = new PlanSteps { ArchivePath = folder.FileNamed("a.jsonl"), JournalPath = folder.FileNamed("j.jsonl") };
        server.Instead = request => request.Path.EndsWith("/Participants", StringComparison.Ordinal) ? WireAnswer.Json(403, """{"code":20403,"message":"no","status":403}""") : null;
        Assert.NotEqual(RemovalStatus.Removed, Assert.Single(await server.RunAsync(plan, steps)).Status);
        server.Instead = _ => null;
        Assert.Equal(RemovalStatus.Removed, Assert.Single(await server.RunAsync(plan, steps)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_waits_for_its_turn_when_a_run_ends_was_not_begun(bool close)
    {
        using var server = new ConversationServer([.. Enumerable.Range(1, 5).Select(number => new ConversationRow(number))]);
        var plan = await server.PlanAsync(Everything);
        server.Instead = request => request.Method == "GET" ? null : WireAnswer.Json(429, """{"code":20429,"message":"slow down","status":429}""", "Retry-After: 30");
        using var abort = new CancellationTokenSource();
        await using var run = await PlanRun.OpenAsync(server.Session, plan, new PlanSteps { ThrottleLimit = 5, Close = close }, null);
        var running = plan.Items.Select(item => run.RunAsync(item, abort.Token, () => true)).ToArray();
        while (!server.Writes.Any())
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await Task.Delay(200, TestContext.Current.CancellationToken);
        await abort.CancelAsync();
        foreach (var ended in await Task.WhenAll(running))
        {
            Assert.Equal(server.Writes.Any(write => write.Path.EndsWith(ended.Item.Target, StringComparison.Ordinal)), ended.IsBegun);
            if (ended.IsBegun)
            {
                Assert.Equal(close ? "UpdateServiceConversation" : "DeleteServiceConversation", ended.Outcome.Error!.Operation);
            }
        }
    }

    private void RefuseFirst(ConversationServer server, string method, Action meanwhile)
    {
        var refused = false;
        server.Instead = request =>
        {
            if (refused || request.Method != method)
            {
                return null;
            }

            refused = true;
            meanwhile();
            clock.Advance(TimeSpan.FromMinutes(2));
            return WireAnswer.Json(429, """{"code":20429,"message":"slow down","status":429}""");
        };
    }
}
