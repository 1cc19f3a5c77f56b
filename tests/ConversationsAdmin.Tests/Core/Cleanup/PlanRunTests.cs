using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>What becomes of the items of a plan.</summary>
public sealed class PlanRunTests
{
    private const string NotFound = """{"code":20404,"message":"not found","status":404}""";
    private static readonly CleanupCriteria Everything = new() { Name = ["*"] };

    [Fact]
    public async Task Each_is_looked_at_and_then_removed_once()
    {
        using var server = new ConversationServer(new ConversationRow(1), new ConversationRow(2) { State = "closed" });
        var plan = await server.PlanAsync(Everything);
        var before = server.Requests.Count;
        Assert.All(await server.RunAsync(plan), outcome => Assert.Equal((RemovalStatus.Removed, 1), (outcome.Status, outcome.Attempts)));
        foreach (var item in plan.Items)
        {
            var sent = server.Requests.Skip(before).Where(request => request.Path.Contains(item.Target, StringComparison.Ordinal)).Select(request => request.Method).ToArray();
            Assert.Equal("GET", sent[0]);
            Assert.Single(sent, method => method == "DELETE");
            Assert.Equal("DELETE", sent[^1]);
        }
    }

    [Fact]
    public async Task What_is_gone_already_is_told_and_no_removal_is_sent_for_it()
    {
        using var server = new ConversationServer(new ConversationRow(1), new ConversationRow(2));
        var plan = await server.PlanAsync(Everything);
        server.Rows.RemoveAt(0);
        var outcomes = await server.RunAsync(plan);
        Assert.Equal([RemovalStatus.AlreadyGone, RemovalStatus.Removed], outcomes.Select(outcome => outcome.Status));
        Assert.Single(server.Writes);
    }

    [Fact]
    public async Task What_is_looked_for_in_a_wrong_service_fails()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        server.Instead = _ => WireAnswer.Json(404, NotFound);
        foreach (var steps in new[] { new PlanSteps(), new PlanSteps { SkipCheck = true }, new PlanSteps { Close = true } })
        {
            var outcome = Assert.Single(await server.RunAsync(plan, steps));
            Assert.Equal((RemovalStatus.Failed, "Twilio.20404"), (outcome.Status, outcome.Error?.ErrorId));
            Assert.Contains(Requests.ServiceSid, outcome.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_404_of_its_messages_lets_nothing_go_unseen()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        server.Instead = request => request.Path.EndsWith("/Messages", StringComparison.Ordinal) ? WireAnswer.Json(404, NotFound) : null;
        var outcome = Assert.Single(await server.RunAsync(plan));
        Assert.Equal((RemovalStatus.Failed, "Twilio.20404"), (outcome.Status, outcome.Error?.ErrorId));
        Assert.Empty(server.Writes);
    }

    [Fact]
    public async Task What_goes_while_it_is_looked_at_is_already_gone()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        server.Instead = request =>
        {
            if (request.Path.EndsWith("/Messages", StringComparison.Ordinal))
            {
                server.Rows.Clear();
            }

            return null;
        };
        Assert.Equal(RemovalStatus.AlreadyGone, Assert.Single(await server.RunAsync(plan)).Status);
        Assert.Empty(server.Writes);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(403, """{"code":70051,"message":"no","status":403}""")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    [InlineData(404, "<html>")]
    public async Task What_can_not_be_looked_at_is_not_removed(int status, string body)
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        server.Instead = request => request.Method == "GET" ? WireAnswer.Json(status, body) : null;
        var outcome = Assert.Single(await server.RunAsync(plan));
        Assert.Equal(RemovalStatus.Failed, outcome.Status);
        Assert.NotNull(outcome.Error);
        Assert.Empty(server.Writes);
    }

    [Fact]
    public async Task An_answer_about_another_lets_nothing_go()
    {
        using var server = new ConversationServer(new ConversationRow(1), new ConversationRow(2));
        var plan = await server.PlanAsync(Everything);
        server.Instead = request => request.Method == "GET" && request.Path.EndsWith(plan.Items[0].Target, StringComparison.Ordinal) ? WireAnswer.Json(200, server.Rows[1].ToJson()) : null;
        var outcomes = await server.RunAsync(plan with { Items = [plan.Items[0]] });
        Assert.NotEqual(RemovalStatus.Removed, Assert.Single(outcomes).Status);
        Assert.Empty(server.Writes);
    }

    [Fact]
    public async Task Without_the_look_nothing_is_read()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        server.Rows[0].State = "closed";
        var before = server.Requests.Count;
        Assert.Equal(RemovalStatus.Removed, Assert.Single(await server.RunAsync(plan, new PlanSteps { SkipCheck = true })).Status);
        Assert.Equal(["DELETE"], server.Requests.Skip(before).Select(request => request.Method));
    }

    [Fact]
    public async Task Closing_closes_and_leaves_alone_what_is_closed()
    {
        using var server = new ConversationServer(new ConversationRow(1), new ConversationRow(2), new ConversationRow(3));
        var plan = await server.PlanAsync(Everything);
        server.Rows[1].State = "closed";
        server.Rows[2].FriendlyName = "Changed";
        var outcomes = await server.RunAsync(plan, new PlanSteps { Close = true });
        Assert.Equal([RemovalStatus.Closed, RemovalStatus.Skipped, RemovalStatus.Skipped], outcomes.Select(outcome => outcome.Status));
        Assert.Equal("It is closed already.", outcomes[1].Message);
        var sent = Assert.Single(server.Writes);
        Assert.Equal(("POST", "State=closed"), (sent.Method, sent.Body));
        Assert.Equal("closed", server.Rows[0].State);
    }

    [Theory]
    [InlineData("TelnyxConversation", null, "3fa85f64-5717-4562-b3fc-2c963f66afa6")]
    [InlineData("SunshineConversation", ProviderSessions.AppId, ProviderSessions.SunshineConversationId)]
    public async Task What_can_not_be_closed_is_refused(string resourceType, string? container, string target)
    {
        using var session = Connect.To(new Uri("http://127.0.0.1:9"));
        var refused = await Assert.ThrowsAsync<RequestArgumentException>(() => PlanRun.OpenAsync(session, PlanOf(session, resourceType, container, target), new PlanSteps { Close = true }, null));
        Assert.Contains("can't be closed", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CH1")]
    [InlineData("")]
    [InlineData("KC00000000000000000000000000000001")]
    [InlineData("CH00000000000000000000000000000001/../..")]
    public async Task An_item_that_is_none_is_refused_before_the_first_goes(string target)
    {
        using var session = Connect.To(new Uri("http://127.0.0.1:9"));
        await Assert.ThrowsAsync<RequestArgumentException>(() => PlanRun.OpenAsync(session, PlanOf(session, "ConvConversation", Requests.ServiceSid, Requests.ConversationSid, target), new PlanSteps(), null));
    }

    [Fact]
    public async Task A_session_is_closed()
    {
        var server = new TwilioSandbox(new SandboxOptions { Conversations = 100 });
        using var session = Connect.To(server);
        var scope = new CleanupScope { ResourceType = "ProxySession", Container = server.ProxyServiceSid };
        var plan = await new CleanupPlanner(session, scope, Everything, 4, null).MakeAsync(CancellationToken.None);
        Assert.Contains(plan.Items, item => item.State == "closed");
        await using var run = await PlanRun.OpenAsync(session, plan, new PlanSteps { Close = true }, null);
        foreach (var item in plan.Items.Where(item => item.State is "open" or "in-progress" or "closed"))
        {
            var outcome = (await run.RunAsync(item, CancellationToken.None, () => true)).Outcome;
            Assert.Equal(item.State == "closed" ? RemovalStatus.Skipped : RemovalStatus.Closed, outcome.Status);
        }

        var closed = await new CleanupPlanner(session, scope, new CleanupCriteria { State = "closed" }, 4, null).MakeAsync(CancellationToken.None);
        Assert.Equal(plan.Items.Count(item => item.State is "open" or "in-progress" or "closed"), closed.ItemCount);
    }

    [Fact]
    public async Task The_default_conversation_of_a_user_is_neither_planned_nor_removed()
    {
        var server = new SunshineSandbox(new SandboxOptions { Conversations = 60 });
        using var session = ProviderSessions.To(server);
        var scope = new CleanupScope { ResourceType = "SunshineConversation", Container = server.AppId, UserIds = [server.SampleUserId] };
        var plan = await new CleanupPlanner(session, scope, Everything, 4, null).MakeAsync(CancellationToken.None);
        Assert.True(plan.ItemCount < plan.Listed);
        var isDefault = (await session.AllAsync(
            Requests.Of(ConversationsAdmin.Core.Sunshine.SunshineConversationResource.List, ("appId", server.AppId), ("filter[userId]", server.SampleUserId)),
            ConversationsAdmin.Core.Sunshine.SunshineConversationResource.Read)).First(conversation => conversation.IsDefault == true);
        var added = plan.Items[0] with { Target = isDefault.ConversationId, ConversationId = isDefault.ConversationId };
        var edited = plan with { Items = [added] };
        var outcome = (await (await PlanRun.OpenAsync(session, edited, new PlanSteps(), null)).RunAsync(added, CancellationToken.None, () => true)).Outcome;
        Assert.Equal(RemovalStatus.Skipped, outcome.Status);
        Assert.Contains("default conversation", outcome.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Record.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task Reads_run_ahead_of_removals_by_no_more_than_may_be_read_at_once()
    {
        const int Limit = 3;
        using var server = new ConversationServer([.. Enumerable.Range(1, 30).Select(number => new ConversationRow(number) { State = "closed" })]);
        var plan = await server.PlanAsync(new CleanupCriteria { State = "closed" });
        var gate = new Lock();
        var (reads, removals, ahead) = (0, 0, 0);
        server.Instead = request =>
        {
            lock (gate)
            {
                _ = request.Method == "GET" ? reads++ : removals++;
                ahead = Math.Max(ahead, reads - removals);
            }

            return null;
        };
        await using var run = await PlanRun.OpenAsync(server.Session, plan, new PlanSteps { ThrottleLimit = Limit }, null);
        await Parallel.ForEachAsync(plan.Items, new ParallelOptions { MaxDegreeOfParallelism = run.Workers }, async (item, token) =>
            Assert.Equal(RemovalStatus.Removed, (await run.RunAsync(item, token, () => true)).Outcome.Status));
        Assert.InRange(ahead, 2, 2 * Limit);
    }

    [Fact]
    public async Task No_more_is_in_progress_than_the_limit_for_reading_and_for_removing()
    {
        const int Limit = 3;
        var server = new TwilioSandbox(new SandboxOptions { Conversations = 120, Latency = TimeSpan.FromMilliseconds(20) });
        using var session = Connect.To(server);
        var plan = await new CleanupPlanner(session, new CleanupScope { ResourceType = "ConvConversation", Container = server.DefaultServiceSid }, Everything, Limit, null).MakeAsync(CancellationToken.None);
        Assert.InRange(server.Record.MaxConcurrent, 2, Limit);
        server.Record.Clear();
        await using var run = await PlanRun.OpenAsync(session, plan, new PlanSteps { ThrottleLimit = Limit }, null);
        await Parallel.ForEachAsync(plan.Items, new ParallelOptions { MaxDegreeOfParallelism = run.Workers }, async (item, token) => await run.RunAsync(item, token, () => true));
        Assert.InRange(server.Record.MaxConcurrent, Limit + 1, 2 * Limit);
        server.Record.Clear();
    }

    [Fact]
    public async Task What_is_looked_at_when_the_run_ends_is_not_removed_any_more()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(Everything);
        var ends = false;
        server.Instead = request =>
        {
            ends = true;
            return null;
        };
        var outcome = (await (await PlanRun.OpenAsync(server.Session, plan, new PlanSteps(), null)).RunAsync(plan.Items[0], CancellationToken.None, () => !ends)).Outcome;
        Assert.Equal("The run ended before its turn came.", outcome.Message);
        Assert.Empty(server.Writes);
    }

    private static CleanupPlan PlanOf(ProviderSession session, string resourceType, string? container, params string[] targets) => new()
    {
        PlanId = "plan",
        ResourceType = resourceType,
        Account = session.IdentityFor(ConversationsAdmin.Core.Operations.Api.TwilioConversations),
        ConnectionName = session.ConnectionName,
        Container = container,
        CreatedAt = DateTimeOffset.UtcNow,
        Criteria = Everything,
        Items = [.. targets.Select(target => new CleanupPlanItem { ResourceType = resourceType, Target = target, Fingerprint = "1:0" })],
    };
}
