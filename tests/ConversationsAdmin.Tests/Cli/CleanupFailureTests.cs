using System.Text.Json;
using ConversationsAdmin.Tests.Core;
using ConversationsAdmin.Tests.Core.Files;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>A clean-up of a provider that lists stale conversations and then does not let all of them be removed.</summary>
public sealed class CleanupFailureTests
{
    private const int Listed = 100;
    private const string Token = "canary-of-the-clean-up";

    [Fact]
    public async Task Some_that_fail_are_named_and_the_others_are_removed()
    {
        using var server = Provider(request => request.Path.EndsWith($"{7:x32}", StringComparison.Ordinal)
            ? WireAnswer.Json(400, """{"code":20001,"message":"Not this one","status":400}""")
            : WireAnswer.Empty(204));
        var run = (await RunAsync(server)).Expect(1);
        Assert.Contains($"Removed {Listed - 1}, already gone 0, failed 1 of {Listed}", run.Output);
        Assert.Contains($"CH{7:x32}", run.Errors);
        Assert.Contains("Not this one", run.Errors);
    }

    [Fact]
    public async Task What_is_gone_already_is_no_failure()
    {
        using var server = Provider(_ => WireAnswer.Json(404, """{"code":20404,"message":"not found","status":404}"""));
        Assert.Contains($"already gone {Listed}, failed 0", (await RunAsync(server)).Expect(0).Output);
    }

    [Fact]
    public async Task Credentials_that_expire_meanwhile_end_the_run()
    {
        using var server = Provider(_ => WireAnswer.Json(401, """{"code":20003,"message":"Authenticate","status":401}"""));
        var run = (await RunAsync(server, "--throttle", "1")).Expect(3);
        Assert.InRange(server.Requests.Count(request => request.Method == "DELETE"), 1, Listed - 1);
        Assert.DoesNotContain(Token, run.Output + run.Errors);
    }

    [Fact]
    public async Task An_archive_that_has_no_room_any_more_ends_the_run_which_still_tells_what_it_did()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no limit for a file there.");
        using var folder = new TemporaryFolder();
        using var process = ConvProcess.Start(["cleanup", "--sandbox", "--yes", "--json", "--archive", folder.FileNamed("archive.jsonl"), "--journal", folder.FileNamed("run.jsonl")], [("DOTNET_EnableWriteXorExecute", "0")], largestFileInBlocks: 700);
        var run = (await process.EndAsync()).Expect(1);
        var summary = JsonSerializer.Deserialize<JsonElement>(run.Output);
        Assert.InRange(summary.GetProperty("removed").GetInt32(), 1, 1_103);
        Assert.Contains("archive.jsonl", summary.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, 3)]
    [InlineData(404, 1)]
    public async Task A_list_that_is_refused_ends_the_run_and_removes_nothing(int status, int exitCode)
    {
        using var server = WireServer.Answering(WireAnswer.Empty(status));
        Assert.Contains($"{status}", (await RunAsync(server)).Expect(exitCode).Errors);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_list_that_breaks_off_on_a_later_page_removes_nothing()
    {
        using var server = WireServer.Answering(ListPage(nextPage: true), WireAnswer.Json(400, "{}"));
        (await RunAsync(server)).Expect(1);
        Assert.All(server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task A_provider_that_forgets_the_filter_loses_nothing_by_it()
    {
        using var server = WireServer.Answering(ListPage(nextPage: false, state: "active"));
        (await RunAsync(server)).Expect(0);
        Assert.Single(server.Requests);
    }

    private static WireServer Provider(Func<WireRequest, WireAnswer> onDelete) => new(request =>
        request.Method == "DELETE" ? onDelete(request)
        : request.Path.EndsWith("/Conversations", StringComparison.Ordinal) ? ListPage(nextPage: false)
        : request.Path.Split('/')[^1] is ['C', 'H', ..] sid ? WireAnswer.Json(200, Row(sid, "closed"))
        : WireAnswer.Json(200, "{}"));

    private static WireAnswer ListPage(bool nextPage, string state = "closed")
    {
        var rows = Enumerable.Range(0, Listed).Select(number => Row($"CH{number:x32}", state));
        var next = nextPage ? $"\"https://conversations.twilio.com/v1/Services/{Requests.ServiceSid}/Conversations?PageToken=x\"" : "null";
        return WireAnswer.Json(
            200, $$"""{"meta":{"key":"conversations","next_page_url":{{next}}},"conversations":[{{string.Join(',', rows)}}]}""");
    }

    private static string Row(string sid, string state) => $$"""
        {"sid":"{{sid}}","chat_service_sid":"{{Requests.ServiceSid}}","state":"{{state}}","date_updated":"2020-01-01T00:00:00Z"}
        """;

    private static Task<ConvResult> RunAsync(WireServer server, params string[] arguments) => ConvProcess.RunAsync(
        ["cleanup", "--yes", "--service", Requests.ServiceSid, "--base-uri", server.Address.AbsoluteUri, .. arguments],
        ("TWILIO_ACCOUNT_SID", Connect.AccountSid),
        ("TWILIO_AUTH_TOKEN", Token));
}
