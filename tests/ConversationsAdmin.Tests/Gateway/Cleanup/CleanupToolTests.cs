using System.Text.Json;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Gateway.Mcp;
using ModelContextProtocol.Client;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Cleanup;

/// <summary>Clean-ups over MCP: planned, shown, carried out in parts, and never more than was planned.</summary>
public sealed class CleanupToolTests
{
    private const string Closed = """{"resourceType":"ConvConversation","criteria":{"state":"closed","updatedOlderThan":"90d"}}""";

    [Fact]
    public async Task What_a_plan_names_is_archived_and_removed_and_nothing_else()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: new SandboxOptions { Conversations = 120 });
        await using var client = await gateway.ConnectAsync();
        var plan = await ResultAsync(client, "plan-cleanup", Closed);
        Assert.Empty(Deleted(gateway));
        var planned = plan.GetProperty("planned").GetInt32();
        Assert.InRange(planned, 10, 110);

        var shown = await ResultAsync(client, "show-cleanup-plan", $$"""{"planId":"{{Id(plan)}}","first":500}""");
        var targets = shown.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("target").GetString()!).ToHashSet();
        Assert.Equal(planned, targets.Count);
        Assert.Equal(0, shown.GetProperty("more").GetInt32());

        var run = await ResultAsync(client, "run-cleanup-plan", Run(plan, ""","acceptIncompleteArchive":true"""));
        Assert.Equal((planned, 0, true), (Number(run, "removed"), Number(run, "left"), run.GetProperty("finished").GetBoolean()));
        Assert.Equal(targets.Order(), Deleted(gateway).Order());
        Assert.Contains(gateway.RunFiles, file => file.EndsWith(".archive.jsonl.gz", StringComparison.Ordinal));

        var again = await ResultAsync(client, "run-cleanup-plan", Run(plan, ""","acceptIncompleteArchive":true"""));
        Assert.Equal((0, planned, true), (Number(again, "removed"), Number(again, "doneBefore"), again.GetProperty("finished").GetBoolean()));
        Assert.Equal(planned, Deleted(gateway).Count);
    }

    [Fact]
    public async Task A_run_ends_after_its_seconds_and_the_next_call_goes_on_with_what_is_left()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: new SandboxOptions { Conversations = 150, Latency = TimeSpan.FromMilliseconds(150) });
        await using var client = await gateway.ConnectAsync();
        var plan = await ResultAsync(client, "plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"state":"closed"}}""");
        var run = await ResultAsync(client, "run-cleanup-plan", Run(plan, ""","seconds":1,"archive":false"""));
        Assert.False(run.GetProperty("finished").GetBoolean());
        Assert.InRange(Number(run, "removed"), 1, Number(plan, "planned") - 1);
        Assert.Equal(Number(plan, "planned"), Number(run, "removed") + Number(run, "left"));

        while (!run.GetProperty("finished").GetBoolean())
        {
            run = await ResultAsync(client, "run-cleanup-plan", Run(plan, ""","archive":false"""));
        }

        Assert.Equal(Number(plan, "planned"), Deleted(gateway).Distinct().Count());
        Assert.Equal(Number(plan, "planned"), Deleted(gateway).Count);
    }

    [Fact]
    public async Task Who_hangs_up_ends_the_run_and_what_was_done_is_known_to_the_next()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: new SandboxOptions { Conversations = 150, Latency = TimeSpan.FromMilliseconds(100) });
        await using var client = await gateway.ConnectAsync();
        var plan = await ResultAsync(client, "plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"state":"closed"}}""");
        using var hangUp = new CancellationTokenSource();
        var running = client.CallAsync("run-cleanup-plan", Run(plan, ""","archive":false"""), hangUp.Token);
        await UntilAsync(() => Deleted(gateway).Count > 5);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await UntilAsync(() => gateway.Twilio.Record.InFlight == 0);
        Assert.True(Deleted(gateway).Count < Number(plan, "planned"));

        JsonElement? rest = null;
        while (rest is null)
        {
            // The journal of the run that was left may not be closed yet.
            var result = await client.CallAsync("run-cleanup-plan", Run(plan, ""","archive":false"""));
            rest = result.IsError == true && result.Problem().GetProperty("code").GetString() == "FileInUse" ? null : result.StructuredContent;
        }

        Assert.True(rest.Value.GetProperty("finished").GetBoolean());
        Assert.Equal(Number(plan, "planned"), Deleted(gateway).Count);
    }

    [Fact]
    public async Task What_changed_since_the_plan_is_left_alone()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: new SandboxOptions { Conversations = 120 });
        await using var client = await gateway.ConnectAsync();
        var plan = await ResultAsync(client, "plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"state":"inactive"}}""");
        var changed = plan.GetProperty("items")[0].GetProperty("target").GetString();
        await ResultAsync(
            client,
            "update-existing-conversation-your-service",
            $$$"""{"ChatServiceSid":"{{{gateway.Twilio.DefaultServiceSid}}}","Sid":"{{{changed}}}","body":{"FriendlyName":"wanted after all"}}""");
        var run = await ResultAsync(client, "run-cleanup-plan", Run(plan, ""","archive":false"""));
        Assert.Equal(1, Number(run, "skipped"));
        Assert.DoesNotContain(changed, Deleted(gateway));
        Assert.Contains(run.GetProperty("lines").EnumerateArray(), line => line.GetString()!.Contains(changed!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_to_close_closes()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: new SandboxOptions { Conversations = 120 });
        await using var client = await gateway.ConnectAsync();
        var plan = await ResultAsync(client, "plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"state":"inactive"},"close":true}""");
        var run = await ResultAsync(client, "run-cleanup-plan", Run(plan, ""","archive":false"""));
        Assert.Equal(Number(plan, "planned"), Number(run, "closed"));
        Assert.Empty(Deleted(gateway));
    }

    [Theory]
    [InlineData("plan-cleanup", """{"resourceType":"ConvConversation"}""", "criteria")]
    [InlineData("plan-cleanup", """{"criteria":{"state":"closed"}}""", "resourceType")]
    [InlineData("plan-cleanup", """{"resourceType":"ConvMessage","criteria":{"state":"closed"}}""", "ConvMessage")]
    [InlineData("plan-cleanup", """{"resourceType":"ConvConversation","criteria":{}}""", "criteri")]
    [InlineData("plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"stat":"closed"}}""", "stat")]
    [InlineData("plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"state":"closd"}}""", "closd")]
    [InlineData("plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"updatedOlderThan":"90"}}""", "90d")]
    [InlineData("plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"state":"closed"},"journal":"/tmp/x"}""", "journal")]
    [InlineData("plan-cleanup", """{"resourceType":"SunshineConversation","criteria":{"lastMessageOlderThan":"90d"}}""", "users")]
    [InlineData("show-cleanup-plan", """{"planId":"../../etc/passwd"}""", "plan-cleanup")]
    [InlineData("show-cleanup-plan", """{"planId":"7bd222ed-e6f2-49e1-8294-9a2be625ee29"}""", "plan-cleanup")]
    [InlineData("show-cleanup-plan", """{"planId":"7bd222ed-e6f2-49e1-8294-9a2be625ee29","first":0}""", "first")]
    [InlineData("show-cleanup-plan", """{}""", "planId")]
    [InlineData("run-cleanup-plan", """{"planId":"7bd222ed-e6f2-49e1-8294-9a2be625ee29"}""", "confirm")]
    [InlineData("run-cleanup-plan", """{"planId":"7bd222ed-e6f2-49e1-8294-9a2be625ee29","confirm":"yes"}""", "'yes'")]
    [InlineData("run-cleanup-plan", """{"planId":"7bd222ed-e6f2-49e1-8294-9a2be625ee29","confirm":"7bd222ed-e6f2-49e1-8294-9a2be625ee29","force":true}""", "force")]
    public async Task What_cannot_be_meant_is_refused_with_what_to_give_and_sends_nothing(string tool, string arguments, string text)
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: new SandboxOptions { Conversations = 0 });
        await using var client = await gateway.ConnectAsync();
        var result = await client.CallAsync(tool, arguments);
        Assert.True(result.IsError);
        Assert.Contains(text, result.Sentence());
        Assert.Equal(0, gateway.Sent);
    }

    [Fact]
    public async Task Without_leave_to_destroy_a_plan_is_made_and_shown_but_not_carried_out()
    {
        await using var gateway = await SandboxGateway.StartAsync(write: true, destroy: false, new SandboxOptions { Conversations = 50 });
        await using var client = await gateway.ConnectAsync();
        var plan = await ResultAsync(client, "plan-cleanup", Closed);
        var result = await client.CallAsync("run-cleanup-plan", Run(plan, ""));
        Assert.Equal("destructive_not_allowed", result.Problem().GetProperty("code").GetString());
        Assert.Empty(Deleted(gateway));
    }

    [Fact]
    public async Task Without_leave_to_write_a_plan_to_close_is_not_carried_out()
    {
        await using var gateway = await SandboxGateway.StartAsync(write: false, destroy: true, new SandboxOptions { Conversations = 50 });
        await using var client = await gateway.ConnectAsync();
        var plan = await ResultAsync(client, "plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"state":"inactive"},"close":true}""");
        var result = await client.CallAsync("run-cleanup-plan", Run(plan, ""));
        Assert.Equal("write_not_allowed", result.Problem().GetProperty("code").GetString());
        Assert.DoesNotContain(gateway.Twilio.Record.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task A_gateway_that_stops_begins_nothing_more_and_tells_what_is_left()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: new SandboxOptions { Conversations = 400, Latency = TimeSpan.FromMilliseconds(200) });
        await using var client = await gateway.ConnectAsync();
        var plan = await ResultAsync(client, "plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"state":"closed"}}""");
        var running = client.CallAsync("run-cleanup-plan", Run(plan, ""","archive":false,"throttle":2,"seconds":600"""));
        await UntilAsync(() => Deleted(gateway).Count > 3);
        var before = Deleted(gateway).Count;
        await gateway.StopAsync();
        var run = (await running).StructuredContent!.Value;
        Assert.False(run.GetProperty("finished").GetBoolean());
        Assert.Equal(Number(plan, "planned"), Number(run, "removed") + Number(run, "left"));
        Assert.InRange(Deleted(gateway).Count, before, before + 10);
    }

    [Fact]
    public async Task No_more_than_the_throttle_are_removed_at_once()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: new SandboxOptions { Conversations = 60, Latency = TimeSpan.FromMilliseconds(20) });
        await using var client = await gateway.ConnectAsync();
        var plan = await ResultAsync(client, "plan-cleanup", """{"resourceType":"ConvConversation","criteria":{"state":"closed"}}""");
        gateway.Twilio.Record.Clear();
        await ResultAsync(client, "run-cleanup-plan", Run(plan, ""","archive":false,"throttle":1"""));
        Assert.InRange(gateway.Twilio.Record.MaxConcurrent, 1, 2);
    }

    [Fact]
    public async Task A_skip_beyond_the_end_shows_nothing_and_nothing_more()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: new SandboxOptions { Conversations = 50 });
        await using var client = await gateway.ConnectAsync();
        var plan = await ResultAsync(client, "plan-cleanup", Closed);
        var shown = await ResultAsync(client, "show-cleanup-plan", $$"""{"planId":"{{Id(plan)}}","skip":2147483647,"first":500}""");
        Assert.Equal((0, 0), (shown.GetProperty("items").GetArrayLength(), Number(shown, "more")));
    }

    private static string Run(JsonElement plan, string further) => $$"""{"planId":"{{Id(plan)}}","confirm":"{{Id(plan)}}"{{further}}}""";

    private static string Id(JsonElement plan) => plan.GetProperty("planId").GetString()!;

    private static int Number(JsonElement result, string name) => result.GetProperty(name).GetInt32();

    private static IReadOnlyList<string> Deleted(SandboxGateway gateway) =>
        [.. gateway.Twilio.Record.Requests.Where(request => request is { Method: "DELETE", Acted: true }).Select(request => request.Path.Split('/')[^1])];

    private static async Task<JsonElement> ResultAsync(McpClient client, string tool, string arguments)
    {
        var result = await client.CallAsync(tool, arguments);
        Assert.False(result.IsError ?? false, result.Sentence());
        return result.StructuredContent!.Value;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
