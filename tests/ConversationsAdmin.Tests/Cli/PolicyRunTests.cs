using System.Text.Json;
using System.Text.RegularExpressions;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>conv cleanup --policy over a socket: planned, archived, resumed, and told to programs.</summary>
public sealed class PolicyRunTests
{
    private const string Stale = "\"criteria\": { \"createdOlderThan\": \"30d\" }";
    private const string Journal = "\"journal\": \"journal.jsonl\"";
    private const string Twilio = "ConvConversation";

    [Theory]
    [InlineData("ConvConversation", "conversations")]
    [InlineData("ProxySession", "proxy")]
    [InlineData("TelnyxConversation", "telnyx")]
    [InlineData("SunshineConversation", "sunshine")]
    public async Task Each_type_is_archived_removed_and_then_done(string resourceType, string api)
    {
        await using var target = await ProviderTarget.StartAsync();
        target.WritePolicy(resourceType, $"{Stale}, {Journal}, \"archive\": \"archive-{{date}}.jsonl.gz\", \"acceptIncompleteArchive\": true");
        var first = ProviderTarget.Summary((await target.RunOnAsync(api, "--policy", target.FileNamed("policy.json"), "--yes", "--json")).Expect(0));
        var planned = first.GetProperty("planned").GetInt32();
        Assert.InRange(planned, 1, first.GetProperty("listed").GetInt32());
        Assert.Equal((planned, 0, resourceType), (first.GetProperty("removed").GetInt32(), first.GetProperty("exitCode").GetInt32(), first.GetProperty("resourceType").GetString()));
        Assert.Equal(planned, target.Removals.Distinct().Count());
        Assert.True(File.Exists(target.FileNamed($"archive-{DateTime.UtcNow:yyyy-MM-dd}.jsonl.gz")));
        target.Forget();

        var second = ProviderTarget.Summary((await target.RunOnAsync(api, "--policy", target.FileNamed("policy.json"), "--yes", "--json")).Expect(0));
        Assert.Equal((planned, 0), (second.GetProperty("doneBefore").GetInt32(), second.GetProperty("removed").GetInt32()));
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task A_reviewed_plan_is_carried_out_without_the_policy_and_without_what_was_taken_out()
    {
        await using var target = await ProviderTarget.StartAsync();
        target.WritePolicy(Twilio, Stale);
        var plan = target.FileNamed("plan.json");
        Assert.Contains(plan, (await target.RunPolicyAsync("--plan", plan, "--plan-only", "--yes")).Expect(0).Output);
        Assert.All(target.Requests, request => Assert.Equal("GET", request.Method));
        var lines = File.ReadAllLines(plan);
        var kept = JsonSerializer.Deserialize<JsonElement>(lines[^2]).GetProperty("target").GetString()!;
        File.WriteAllLines(plan, [.. lines[..^2], lines[^1]]);
        target.Forget();

        var run = (await target.RunAsync("--plan", plan, "--yes")).Expect(0);
        Assert.Contains(plan, run.Output);
        Assert.Equal(lines.Length - 3, target.Removals.Count);
        Assert.DoesNotContain(kept, target.Removals);
    }

    [Fact]
    public async Task A_plan_is_not_replaced_by_another()
    {
        await using var target = await ProviderTarget.StartAsync();
        target.WritePolicy(Twilio, Stale + ", \"plan\": \"plan.json\"");
        (await target.RunPolicyAsync("--plan-only")).Expect(0);
        var before = File.ReadAllText(target.FileNamed("plan.json"));
        target.Forget();
        Assert.Contains("is there already", (await target.RunPolicyAsync("--plan-only")).Expect(2).Errors);
        Assert.Empty(target.Requests);
        Assert.Equal(before, File.ReadAllText(target.FileNamed("plan.json")));
    }

    [Theory]
    [InlineData("\"criteria\": { \"createdOlderThan\": \"31d\" }")]
    [InlineData("\"criteria\": { \"createdOlderThan\": \"30d\", \"state\": \"closed\" }")]
    [InlineData("\"criteria\": { \"createdOlderThan\": \"30d\", \"attribute\": { \"a\": 1 } }")]
    [InlineData("\"criteria\": { \"createdOlderThan\": \"30d\", \"exclude\": [\"CH00000000000000000000000000000001\"] }")]
    public async Task A_policy_that_was_changed_does_not_carry_out_the_plan_of_before(string changed)
    {
        await using var target = await ProviderTarget.StartAsync();
        target.WritePolicy(Twilio, $"{Stale}, {Journal}");
        (await target.RunPolicyAsync("--plan", target.FileNamed("plan.json"), "--plan-only")).Expect(0);
        target.Forget();
        target.WritePolicy(Twilio, $"{changed}, {Journal}");
        Assert.Contains("other criteria", (await target.RunPolicyAsync("--plan", target.FileNamed("plan.json"), "--yes")).Expect(2).Errors);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task A_plan_by_one_age_is_not_carried_out_for_another()
    {
        await using var target = await CleanupTarget.StartAsync(new SandboxOptions { Conversations = 60 });
        using var folder = new Core.Files.TemporaryFolder();
        var plan = folder.FileNamed("plan.json");
        (await target.RunAsync("--older-than", "30d", "--plan", plan, "--plan-only")).Expect(0);
        Assert.Contains("other criteria", (await target.RunAsync("--older-than", "90d", "--plan", plan, "--yes")).Expect(2).Errors);
        Assert.DoesNotContain(target.Requests, request => request.Method == "DELETE");
        (await target.RunAsync("--older-than", "30d", "--plan", plan, "--yes")).Expect(0);
        Assert.Contains(target.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task A_plan_to_close_closes_also_without_its_policy()
    {
        await using var target = await ProviderTarget.StartAsync();
        target.WritePolicy(Twilio, "\"criteria\": { \"state\": \"inactive\" }, \"close\": true");
        var plan = target.FileNamed("plan.json");
        (await target.RunPolicyAsync("--plan", plan, "--plan-only")).Expect(0);
        var run = ProviderTarget.Summary((await target.RunAsync("--plan", plan, "--yes", "--json")).Expect(0));
        Assert.Equal(run.GetProperty("planned").GetInt32(), run.GetProperty("closed").GetInt32());
        Assert.Empty(target.Removals);
        target.WritePolicy(Twilio, "\"criteria\": { \"state\": \"inactive\" }");
        Assert.Contains("made to close", (await target.RunPolicyAsync("--plan", plan, "--yes")).Expect(2).Errors);
    }

    [Theory]
    [InlineData("\"account\":\"AC", "\"account\":\"ACffffffffffffffffffffffffffffffff\",\"x", "is for")]
    [InlineData("\"createdAt\":\"20", "\"createdAt\":\"2020-01-01T00:00:00Z\",\"x", "take the plan and its journal away")]
    public async Task A_plan_of_another_account_or_of_long_ago_is_refused(string found, string put, string told)
    {
        await using var target = await ProviderTarget.StartAsync();
        target.WritePolicy(Twilio, Stale);
        var plan = target.FileNamed("plan.json");
        (await target.RunPolicyAsync("--plan", plan, "--plan-only")).Expect(0);
        var text = File.ReadAllText(plan);
        var begin = text.IndexOf(found, StringComparison.Ordinal);
        File.WriteAllText(plan, text[..begin] + put[..^3] + text[text.IndexOf(',', begin)..]);
        target.Forget();
        Assert.Contains(told, (await target.RunAsync("--plan", plan, "--yes")).Expect(2).Errors);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task A_plan_with_more_items_than_expected_removes_nothing()
    {
        await using var target = await ProviderTarget.StartAsync();
        target.WritePolicy(Twilio, Stale + ", \"maxItems\": 3");
        var run = (await target.RunPolicyAsync("--yes", "--json")).Expect(2);
        Assert.Contains("3 are allowed", ProviderTarget.Summary(run).GetProperty("error").GetString());
        Assert.Empty(target.Removals);
    }

    [Fact]
    public async Task A_run_that_goes_wrong_stops_and_tells_programs_so()
    {
        await using var target = await ProviderTarget.StartAsync(new SandboxOptions { Conversations = 300, FailWith = "20001", FailOn = FailScope.Writes });
        target.WritePolicy(Twilio, Stale + ", \"maxErrors\": 5, \"throttle\": 1");
        var run = (await target.RunPolicyAsync("--yes", "--json")).Expect(1);
        var summary = ProviderTarget.Summary(run);
        Assert.Equal((5, 1), (summary.GetProperty("failed").GetInt32(), summary.GetProperty("exitCode").GetInt32()));
        Assert.Contains("maxErrors", summary.GetProperty("error").GetString());
        Assert.Equal(5, target.Removals.Count);
    }

    [Fact]
    public async Task Many_failures_are_counted_and_not_all_named()
    {
        await using var target = await ProviderTarget.StartAsync(new SandboxOptions { Conversations = 100, FailWith = "20001", FailOn = FailScope.Writes });
        target.WritePolicy(Twilio, Stale);
        var run = (await target.RunPolicyAsync("--yes")).Expect(1);
        Assert.Equal(10, run.Errors.Split('\n').Count(line => line.StartsWith("CH", StringComparison.Ordinal)));
        Assert.Contains($"and {target.Removals.Count - 10} more failed", run.Errors);
    }

    [Theory]
    [InlineData(2, "--json", "--throttle", "65")]
    [InlineData(2, "--json", "--nonsense")]
    [InlineData(2, "--json", "--plan", " ")]
    [InlineData(2, "--json", "--policy", "not-there.json")]
    [InlineData(0, "--json", "--sandbox")]
    [InlineData(0, "--json", "--sandbox", "--what-if")]
    [InlineData(0, "--json", "--sandbox", "--older-than", "36500d")]
    public async Task A_program_finds_one_document_on_the_output_whatever_happens(int exitCode, params string[] arguments)
    {
        var run = (await ConvProcess.RunAsync(["cleanup", .. arguments])).Expect(exitCode);
        var summary = ProviderTarget.Summary(run);
        Assert.Equal(exitCode, summary.GetProperty("exitCode").GetInt32());
        Assert.Equal(exitCode == 0, summary.GetProperty("error").ValueKind == JsonValueKind.Null);
        Assert.NotEqual("", run.Errors);
    }

    [Theory]
    [InlineData("--plan", "")]
    [InlineData("--journal", " ")]
    [InlineData("--archive", "")]
    [InlineData("--policy", "")]
    public async Task A_blank_path_is_a_bad_argument(string option, string value)
    {
        var run = (await ConvProcess.RunAsync(["cleanup", "--sandbox", option, value])).Expect(2);
        Assert.Contains($"{option} takes a path", run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
    }

    [Fact]
    public async Task Credentials_that_are_refused_are_told_to_programs()
    {
        using var server = WireServer.Answering(WireAnswer.Json(401, """{"code":20003,"message":"Authenticate","status":401}"""));
        var run = await ConvProcess.RunAsync(
            ["cleanup", "--json", "--yes", "--service", Core.Requests.ServiceSid, "--base-uri", server.Address.AbsoluteUri],
            ("TWILIO_ACCOUNT_SID", Core.Connect.AccountSid),
            ("TWILIO_AUTH_TOKEN", Core.Connect.Secret));
        var summary = ProviderTarget.Summary(run.Expect(3));
        Assert.Equal(3, summary.GetProperty("exitCode").GetInt32());
        Assert.Contains("20003", summary.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_look_writes_no_file()
    {
        await using var target = await ProviderTarget.StartAsync();
        target.WritePolicy(Twilio, $"{Stale}, {Journal}, \"archive\": \"archive.jsonl\", \"plan\": \"plan.json\"");
        (await target.RunPolicyAsync("--what-if", "--yes")).Expect(0);
        Assert.Empty(target.Removals);
        Assert.Equal([target.FileNamed("policy.json")], Directory.GetFiles(Path.GetDirectoryName(target.FileNamed("policy.json"))!));
    }

    [Fact]
    public async Task A_second_process_on_a_journal_is_refused()
    {
        await using var target = await ProviderTarget.StartAsync(new SandboxOptions { Conversations = 300, Latency = TimeSpan.FromMilliseconds(200) });
        target.WritePolicy(Twilio, $"{Stale}, {Journal}, \"throttle\": 1");
        using var first = target.Start("--policy", target.FileNamed("policy.json"), "--yes");
        await Waiting.UntilAsync(() => target.Removals.Count > 0);
        var second = (await target.RunPolicyAsync("--yes")).Expect(2);
        Assert.Contains("another run works with it", second.Errors);
        Assert.Contains("journal.jsonl", second.Errors);
    }

    [Fact]
    public async Task The_archive_is_on_disk_before_the_first_goes()
    {
        await using var target = await ProviderTarget.StartAsync();
        target.WritePolicy(Twilio, Stale + ", \"archive\": \"archive.jsonl\", \"acceptIncompleteArchive\": true");
        (await target.RunPolicyAsync("--yes")).Expect(0);
        var archive = File.ReadAllText(target.FileNamed("archive.jsonl"));
        Assert.NotEmpty(target.Removals);
        Assert.All(target.Removals, sid => Assert.Contains(sid, archive));
        Assert.Contains("\"complete\"", archive);
    }

    [Fact]
    public async Task A_run_that_was_interrupted_goes_on_with_the_same_command()
    {
        Interrupting.SkipWhereItCannotBeSent();
        await using var target = await ProviderTarget.StartAsync(new SandboxOptions { Conversations = 200, Latency = TimeSpan.FromMilliseconds(50) });
        target.WritePolicy(Twilio, $"{Stale}, {Journal}, \"throttle\": 2");
        using var process = target.Start("--policy", target.FileNamed("policy.json"), "--yes", "--json");
        await Waiting.UntilAsync(() => target.Removals.Count > 5);
        await Interrupting.SendAsync(process);
        var first = ProviderTarget.Summary((await process.EndAsync()).Expect(130));
        Assert.Equal("Interrupted.", first.GetProperty("error").GetString());
        Assert.InRange(first.GetProperty("notBegun").GetInt32(), 1, int.MaxValue);

        var second = ProviderTarget.Summary((await target.RunPolicyAsync("--yes", "--json")).Expect(0));
        int Number(JsonElement summary, string name) => summary.GetProperty(name).GetInt32();
        Assert.Equal(first.GetProperty("planId").GetString(), second.GetProperty("planId").GetString());
        Assert.Equal(Number(first, "removed") + Number(first, "alreadyGone"), Number(second, "doneBefore"));
        Assert.Equal(Number(second, "planned"), Number(second, "doneBefore") + Number(second, "removed") + Number(second, "alreadyGone"));
        Assert.Equal(Number(second, "planned"), target.Requests.Count(request => request is { Method: "DELETE", Acted: true }));
    }

    [Theory]
    [InlineData("\"users\": \\[", "\"users\": [\"5963c0d619a30a2e00de36b9\", ", "other users")]
    [InlineData("\"app\": \"[0-9a-f]+", "\"app\": \"5d8cff3cd55b040010928b5b", "is a plan for SunshineConversation of")]
    public async Task A_plan_for_other_users_or_another_app_is_refused(string member, string changed, string why)
    {
        await using var target = await ProviderTarget.StartAsync();
        target.WritePolicy("SunshineConversation", $"{Stale}, \"plan\": \"plan.json\"");
        var policy = target.FileNamed("policy.json");
        (await target.RunOnAsync("sunshine", "--policy", policy, "--plan-only")).Expect(0);
        File.WriteAllText(policy, Regex.Replace(File.ReadAllText(policy), member, changed));
        Assert.Contains(why, (await target.RunOnAsync("sunshine", "--policy", policy, "--yes")).Expect(2).Errors, StringComparison.Ordinal);
        Assert.Empty(target.Removals);
    }
}
